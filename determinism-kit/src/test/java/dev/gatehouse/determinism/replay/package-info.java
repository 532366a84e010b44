@NullMarked
package dev.gatehouse.determinism.replay;

import org.jspecify.annotations.NullMarked;
