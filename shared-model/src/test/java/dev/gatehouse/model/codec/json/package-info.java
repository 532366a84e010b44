/// Tests of the JSON codec.
@NullMarked
package dev.gatehouse.model.codec.json;

import org.jspecify.annotations.NullMarked;
