package dev.gatehouse.registry.desync;

import com.google.protobuf.ByteString;

/// What is kept of one desync.
///
/// @param id unique for its player; later ones sort after earlier ones
public record KeptBundle(String id, ByteString bytes) {}
