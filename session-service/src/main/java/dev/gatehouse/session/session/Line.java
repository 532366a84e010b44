package dev.gatehouse.session.session;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.link.ProxyMessage.TokenVerified;
import java.util.concurrent.CompletionStage;

/// The way to a client's socket while it has one. Calls keep their order and never block; after [#close],
/// [#logIn] or [#giveBack] the rest does nothing.
public interface Line {

    /// Sends a frame, encoded as the client asked.
    void send(ByteString frame);

    /// Sends a last frame and closes the socket.
    ///
    /// @param last a `terminate`; empty if the client has heard it already
    void close(ConnectionError error, ByteString last);

    /// Sends a last frame, and has the client go through the handshake again over the same socket.
    ///
    /// @param token names the player whose session follows
    void logIn(String token, ByteString last);

    /// Asks for nothing more to be brought from the client. That it is so is said where the frames are
    /// brought.
    void hold();

    /// Lets another node go on with the session over the same socket.
    void giveBack();

    /// Whether the socket is still there, as far as is known.
    boolean isOpen();

    /// Asks whether the client may go on with this token. One question at a time; never fails.
    CompletionStage<TokenVerified> verify(String token);
}
