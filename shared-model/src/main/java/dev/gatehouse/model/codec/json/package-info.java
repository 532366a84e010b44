/// Turns records into JSON and back by their schema, and reads and writes JSON values and the paths into them.
@NullMarked
package dev.gatehouse.model.codec.json;

import org.jspecify.annotations.NullMarked;
