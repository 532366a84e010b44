package dev.gatehouse.model.partner;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.schema.Case;
import dev.gatehouse.model.schema.Member;

/// What a pool server hears. All but [Heard] are answered by one [PoolServerMessage.Answer] of the same
/// `id`, may come more than once, and are about one game server.
public sealed interface PoolOrder {

    String id();

    /// A pool server's join or report has come to where it is kept.
    ///
    /// @param id the message's
    /// @param reportMillis how often it must report
    /// @param misses after so many missed reports it is gone; after as many that nobody heard, so is its link
    @Case(name = "heard", number = 10)
    record Heard(
            @Member(1) String id,
            @Member(2) long reportMillis,
            @Member(3) int misses) implements PoolOrder {}

    /// Run this game server, in a place of yours. It links by itself, as every game server does.
    ///
    /// @param partnerUrl where it links: `ws://` or `wss://`, host and port
    @Case(name = "allocate", number = 11)
    record Allocate(
            @Member(1) String id,
            @Member(2) ServerId serverId,
            @Member(3) InstanceId instanceId,
            @Member(4) String partnerUrl,
            @Member(5) String socialToken,
            @Member(6) String gameToken)
            implements PoolOrder {

        /// Leaves out what must not be in a log.
        @Override
        public String toString() {
            return "Allocate[id=%s, serverId=%s, instanceId=%s]".formatted(id, serverId, instanceId);
        }
    }

    /// Does it run?
    @Case(name = "describe", number = 12)
    record Describe(
            @Member(1) String id,
            @Member(2) ServerId serverId,
            @Member(3) InstanceId instanceId) implements PoolOrder {}

    /// It is not needed any more: end it. Answered once it has ended.
    @Case(name = "release", number = 13)
    record Release(@Member(1) String id, @Member(2) ServerId serverId) implements PoolOrder {}
}
