/// Turns records into JSON and protobuf and back, by their schema: codecs, the exported `.proto`, checksums,
/// differences and patches. Knows nothing of what the records mean, and of neither sockets nor storage.
@NullMarked
package dev.gatehouse.model.codec;

import org.jspecify.annotations.NullMarked;
