/// Turns records into protobuf's wire format and back by their schema, exports that schema as a `.proto` file, and
/// takes what is stored apart for migrations.
@NullMarked
package dev.gatehouse.model.codec.proto;

import org.jspecify.annotations.NullMarked;
