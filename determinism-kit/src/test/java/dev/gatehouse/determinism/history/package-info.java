@NullMarked
package dev.gatehouse.determinism.history;

import org.jspecify.annotations.NullMarked;
