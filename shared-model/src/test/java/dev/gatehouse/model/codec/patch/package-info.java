/// Tests of patches.
@NullMarked
package dev.gatehouse.model.codec.patch;

import org.jspecify.annotations.NullMarked;
