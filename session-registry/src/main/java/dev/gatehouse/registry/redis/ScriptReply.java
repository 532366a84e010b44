package dev.gatehouse.registry.redis;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The array that a script returned.
///
/// The getters throw an `IllegalStateException` where the reply is not what the caller takes it for.
public final class ScriptReply {

    private final List<?> values;

    ScriptReply(List<?> values) {
        this.values = values;
    }

    public int size() {
        return values.size();
    }

    public long number(int index) {
        return at(index, Long.class);
    }

    /// Whether there is a 1 where there could be a 0.
    public boolean flag(int index) {
        return number(index) == 1;
    }

    public String text(int index) {
        return new String(at(index, byte[].class), StandardCharsets.UTF_8);
    }

    public ByteString bytes(int index) {
        return ByteString.copyFrom(at(index, byte[].class));
    }

    public ScriptReply list(int index) {
        return new ScriptReply(at(index, List.class));
    }

    private <T> T at(int index, Class<T> type) {
        if (index < values.size() && type.isInstance(values.get(index))) {
            return type.cast(values.get(index));
        }
        throw new IllegalStateException("a script replied with something else at " + index + " of " + values.size()
                + " (expected: " + type.getSimpleName() + ")");
    }
}
