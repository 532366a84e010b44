/// How a record becomes bytes, text, a hash or a difference: member tags, and one schema per record type that
/// every encoding walks. Knows nothing of what the records mean.
@NullMarked
package dev.gatehouse.model.schema;

import org.jspecify.annotations.NullMarked;
