package dev.gatehouse.registry.session.redis;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.registry.redis.ScriptReply;
import dev.gatehouse.registry.session.KeepResult;

/// Reads what both writing scripts reply.
final class KeepReply {

    static KeepResult result(ScriptReply reply) {
        if (reply.flag(0)) {
            return new KeepResult.Kept();
        }
        var owner = reply.text(1);
        return new KeepResult.Fenced(owner.isEmpty() ? null : new NodeId(owner));
    }

    private KeepReply() {}
}
