package dev.gatehouse.model.protocol;

import dev.gatehouse.model.schema.Flat;
import dev.gatehouse.model.schema.Member;
import org.jspecify.annotations.Nullable;

/// What a client sends in one WebSocket message: a message with its place in the stream.
///
/// @param seq the message's number, from 1; absent exactly on a [ClientMessage.Control] message
/// @param ack the highest number that this side has received and handled in order; on any message, or not at all
public record ClientFrame(
        @Member(1) @Nullable Long seq,
        @Member(2) @Nullable Long ack,
        @Flat ClientMessage message) {

    public ClientFrame {
        Envelope.check(seq, ack, message instanceof ClientMessage.Control);
    }
}
