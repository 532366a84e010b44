@NullMarked
package dev.gatehouse.determinism.code;

import org.jspecify.annotations.NullMarked;
