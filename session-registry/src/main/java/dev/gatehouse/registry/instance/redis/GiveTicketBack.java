package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Makes a ticket good again that was used for nothing.
final class GiveTicketBack {

    private static final LuaScript SCRIPT = LuaScript.beside(GiveTicketBack.class, "give-ticket-back.lua");

    static ScriptCall<Boolean> call(InstanceId instance, String ticketId, String use) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.instanceTicket(instance, ticketId)),
                new ScriptArguments().add(use),
                reply -> reply.flag(0));
    }

    private GiveTicketBack() {}
}
