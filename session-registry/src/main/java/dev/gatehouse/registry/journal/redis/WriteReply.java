package dev.gatehouse.registry.journal.redis;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.journal.AppendResult.Appended;
import dev.gatehouse.registry.journal.AppendResult.Fenced;
import dev.gatehouse.registry.redis.ScriptReply;

/// Reads what both writing scripts reply.
final class WriteReply {

    static AppendResult result(ScriptReply reply) {
        if (reply.flag(0)) {
            return new Appended(reply.number(1), reply.number(2));
        }
        var owner = reply.text(1);
        return new Fenced(owner.isEmpty() ? null : new NodeId(owner));
    }

    private WriteReply() {}
}
