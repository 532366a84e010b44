package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.redis.ScriptReply;
import java.util.List;
import java.util.stream.IntStream;

/// Reads a reply that is a list of instance ids.
final class InstanceIds {

    static List<InstanceId> of(ScriptReply reply) {
        return IntStream.range(0, reply.size())
                .mapToObj(i -> new InstanceId(reply.text(i)))
                .toList();
    }

    private InstanceIds() {}
}
