package dev.gatehouse.session.session;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.protocol.ClientMessage;

/// What a frame from the client leaves to be done.
public sealed interface Heard {

    /// Nothing: it was for the session itself, or had been received before.
    record Nothing() implements Heard {}

    /// The next numbered message. It counts as received once [Received#settle] says so.
    ///
    /// @param at when it came, in nanoseconds of a monotonic clock: its turn may be long after that
    record Numbered(long seq, ClientMessage.Numbered message, long at) implements Heard {}

    /// The client's own loading is done.
    record Ready() implements Heard {}

    /// No honest client sends this: end the session.
    ///
    /// @param why for the log and for the client; no payload
    record Wrong(ConnectionError error, String why) implements Heard {}
}
