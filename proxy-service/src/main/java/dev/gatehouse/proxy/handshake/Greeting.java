package dev.gatehouse.proxy.handshake;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ClientMessage.Hello;
import dev.gatehouse.model.protocol.Encoding;
import org.jspecify.annotations.Nullable;

/// A client's hello, with what its upgrade request said.
///
/// @param bearer the token of the `Authorization` header, where there was one
/// @param newSession the id that its session gets, unless it resumes one
/// @param departure when its socket is gone
/// @param afterLogin whether its socket carried an unauthenticated session until now
public record Greeting(
        Hello hello,
        @Nullable String bearer,
        Encoding encoding,
        SessionId newSession,
        Departure departure,
        boolean afterLogin) {

    /// The first words on a new socket.
    public Greeting(
            Hello hello, @Nullable String bearer, Encoding encoding, SessionId newSession, Departure departure) {
        this(hello, bearer, encoding, newSession, departure, false);
    }

    /// The header goes before the hello: it was good enough to upgrade.
    @Nullable
    String token() {
        return bearer != null ? bearer : hello.token();
    }

    SessionId sessionId() {
        var resume = hello.resume();
        return resume == null ? newSession : resume.sessionId();
    }

    /// Leaves out what must not be in a log.
    @Override
    public String toString() {
        return "Greeting[hello=%s, encoding=%s, newSession=%s]".formatted(hello, encoding, newSession);
    }
}
