/// Tests of the protobuf codec, some of them beside protobuf's own code.
@NullMarked
package dev.gatehouse.model.codec.proto;

import org.jspecify.annotations.NullMarked;
