package dev.gatehouse.instance.pool;

import dev.gatehouse.model.partner.PoolServerMessage.Outcome;

/// What has come of an order to a pool server. Where neither is known, there is no reply.
public sealed interface OrderReply {

    /// The pool server has said it.
    record Answered(Outcome outcome) implements OrderReply {}

    /// The pool server has not heard of it, and never will.
    ///
    /// @param why for operators
    record Undelivered(String why) implements OrderReply {}
}
