package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.registry.instance.Offspring;
import dev.gatehouse.registry.instance.Offspring.Count;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import dev.gatehouse.registry.redis.ScriptReply;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// Counts an instance among those that come from a game server.
final class CountOffspring {

    private static final LuaScript SCRIPT = LuaScript.beside(CountOffspring.class, "count-offspring.lua");

    static ScriptCall<Count> call(ServerId root, InstanceId instance, int most, Duration trusted, Duration ttl) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.offspring(root)),
                new ScriptArguments()
                        .add(instance.value())
                        .add(most)
                        .add(trusted.toMillis())
                        .add(Offspring.MOST_DOUBTED)
                        .add(ttl),
                CountOffspring::read);
    }

    private static Count read(ScriptReply reply) {
        if (reply.flag(0)) {
            return new Count.Counts();
        }
        var doubted = IntStream.range(2, reply.size())
                .mapToObj(i -> new InstanceId(reply.text(i)))
                .toList();
        return new Count.Full(doubted, reply.number(1));
    }

    private CountOffspring() {}
}
