package dev.gatehouse.client.transport;

import com.google.protobuf.ByteString;

/// One socket, open or about to be. Nothing here blocks; what fails is told to the listener, never
/// from inside a call.
public interface Socket {

    /// Sends one frame after those before it. On a socket that is not open, or no longer, nothing is
    /// sent.
    void send(ByteString frame);

    /// Closes in order, after what was sent. The listener hears nothing any more.
    ///
    /// @param reason at most 123 bytes
    void close(int code, String reason);

    /// Cuts the connection without a word, as a lost network does. The listener hears nothing any more.
    void drop();
}
