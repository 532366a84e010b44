package dev.gatehouse.registry.session;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.SessionId;

/// One session as its node stored it.
public record SessionRecord(SessionId id, ByteString bytes) {

    /// Leaves out what must not be in a log.
    @Override
    public String toString() {
        return "SessionRecord[id=%s, %d bytes]".formatted(id, bytes.size());
    }
}
