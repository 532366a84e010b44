package dev.gatehouse.session.session;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.schema.Member;
import java.util.List;

/// What one node sent and the next one may have to send again.
///
/// @param lastNumber of all that was sent
/// @param acknowledged by the client
/// @param transmitted to the socket in use
/// @param frames that are kept, oldest first; the last one has `lastNumber`
/// @param held whether the client's socket was held back, so that nothing was on its way between the two;
///     where it was lost before, only the client can say what has arrived
public record StoredStream(
        @Member(1) long lastNumber,
        @Member(2) long acknowledged,
        @Member(3) long transmitted,
        @Member(4) List<ByteString> frames,
        @Member(5) boolean held) {

    public StoredStream {
        frames = List.copyOf(frames);
    }

    /// Leaves out what must not be in a log.
    @Override
    public String toString() {
        return "StoredStream[%d frames up to %d]".formatted(frames.size(), lastNumber);
    }
}
