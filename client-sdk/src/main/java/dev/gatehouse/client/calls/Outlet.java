package dev.gatehouse.client.calls;

import dev.gatehouse.model.protocol.ClientMessage;
import java.time.Duration;

/// What a part of a session does to the world. Internal: to be called under the session's lock, but
/// for [#locked].
public interface Outlet {

    /// Whether there is a session, with or without a socket.
    boolean isRunning();

    /// Whether one more message may wait for the server.
    boolean hasRoom();

    /// The number that the next message gets.
    long nextNumber();

    /// Sends a message now, or after the resume where there is no socket.
    ///
    /// @return its number
    /// @throws IllegalStateException while there is no session
    /// @throws FrameTooLargeException if the server would not take it; nothing has happened then
    long say(ClientMessage.Numbered message);

    /// Tells the game something, on the listener's thread, after what was told before.
    void tell(Runnable notice);

    /// Does something later, under the lock.
    ///
    /// @return stops it
    Runnable after(Duration pause, Runnable step);

    /// Does something under the lock.
    void locked(Runnable step);
}
