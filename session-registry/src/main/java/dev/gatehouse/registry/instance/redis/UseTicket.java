package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.time.Duration;
import java.util.List;

/// Uses a ticket up.
final class UseTicket {

    private static final LuaScript SCRIPT = LuaScript.beside(UseTicket.class, "use-ticket.lua");

    static ScriptCall<Boolean> call(InstanceId instance, String ticketId, String use, Duration ttl) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.instanceTicket(instance, ticketId)),
                new ScriptArguments().add(use).add(ttl),
                reply -> reply.flag(0));
    }

    private UseTicket() {}
}
