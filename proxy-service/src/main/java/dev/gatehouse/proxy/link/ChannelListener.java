package dev.gatehouse.proxy.link;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;

/// Hears what comes for one client. Called on the link's own thread, one at a time; must not block.
public interface ChannelListener {

    /// A frame for the client.
    ///
    /// @param frame good only until this returns
    void bytes(ByteBuffer frame);

    /// The session is over.
    ///
    /// @param code of a `ConnectionError`
    /// @param frame the last one for the client; may be empty
    void closed(int code, ByteString frame);

    /// The unauthenticated session is over, because its client has logged in.
    ///
    /// @param token names the player
    /// @param frame the last one of that session for the client
    void loggedIn(String token, ByteString frame);

    /// The node goes on with the session no more, without having ended it: the link is gone, and every
    /// channel with it, or the node has given the session back.
    void lost();
}
