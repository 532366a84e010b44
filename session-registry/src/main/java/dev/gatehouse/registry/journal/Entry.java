package dev.gatehouse.registry.journal;

import com.google.protobuf.ByteString;

/// One entry of a player's journal.
///
/// @param index from 1, without gaps
public record Entry(long index, ByteString bytes) {}
