package dev.gatehouse.registry.journal.redis;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.journal.AppendResult.Appended;
import dev.gatehouse.registry.journal.AppendResult.Behind;
import dev.gatehouse.registry.journal.AppendResult.Fenced;
import dev.gatehouse.registry.redis.ScriptReply;

/// Reads what both writing scripts reply.
final class WriteReply {

    static AppendResult result(ScriptReply reply) {
        return switch ((int) reply.number(0)) {
            case 1 -> new Appended(reply.number(1), reply.number(2));
            case 2 -> new Behind(reply.number(1));
            default -> {
                var owner = reply.text(1);
                yield new Fenced(owner.isEmpty() ? null : new NodeId(owner));
            }
        };
    }

    private WriteReply() {}
}
