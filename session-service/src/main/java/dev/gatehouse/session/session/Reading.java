package dev.gatehouse.session.session;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.protocol.ClientMessage;

/// What a frame turned out to be.
sealed interface Reading {

    /// A message without a number.
    record Control(ClientMessage.Control message) implements Reading {}

    /// The next numbered message.
    record Message(long seq, ClientMessage.Numbered message) implements Reading {}

    /// A numbered message that was here before.
    record Repeated() implements Reading {}

    /// Nothing that an honest client sends.
    record Unreadable(ConnectionError error, String why) implements Reading {}
}
