package dev.gatehouse.registry.journal;

import com.google.protobuf.ByteString;

/// A player as of one journal entry.
///
/// @param index of the last entry that is contained; 0: none
public record Snapshot(long index, ByteString bytes) {}
