@NullMarked
package dev.gatehouse.determinism;

import org.jspecify.annotations.NullMarked;
