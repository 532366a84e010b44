/// Tests of what may be stored and of how large it is.
@NullMarked
package dev.gatehouse.model.codec.storage;

import org.jspecify.annotations.NullMarked;
