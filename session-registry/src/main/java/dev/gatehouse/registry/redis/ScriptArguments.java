package dev.gatehouse.registry.redis;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The ARGV of a call, in order. Has one owner; not for use by several threads.
public final class ScriptArguments {

    private final List<byte[]> values = new ArrayList<>();

    public ScriptArguments add(String value) {
        values.add(value.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public ScriptArguments add(long value) {
        return add(Long.toString(value));
    }

    /// As 1 or 0.
    public ScriptArguments add(boolean value) {
        return add(value ? 1 : 0);
    }

    /// In whole milliseconds.
    ///
    /// @throws IllegalArgumentException if that is not at least one
    public ScriptArguments add(Duration ttl) {
        if (ttl.toMillis() < 1) {
            throw new IllegalArgumentException("ttl: " + ttl + " (expected: >= 1 ms)");
        }
        return add(ttl.toMillis());
    }

    public ScriptArguments add(ByteString value) {
        values.add(value.toByteArray());
        return this;
    }

    List<byte[]> values() {
        return List.copyOf(values);
    }
}
