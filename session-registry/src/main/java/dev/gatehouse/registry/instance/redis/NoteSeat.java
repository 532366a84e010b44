package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.time.Duration;
import java.util.List;

/// Notes that a player is about to have a seat in an instance.
final class NoteSeat {

    private static final LuaScript SCRIPT = LuaScript.beside(NoteSeat.class, "note-seat.lua");

    static ScriptCall<Long> call(PlayerKey player, InstanceId instance, long version, int most, Duration ttl) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.playerInstances(player)),
                new ScriptArguments()
                        .add(instance.value())
                        .add(version)
                        .add(most)
                        .add(ttl),
                reply -> reply.number(0));
    }

    private NoteSeat() {}
}
