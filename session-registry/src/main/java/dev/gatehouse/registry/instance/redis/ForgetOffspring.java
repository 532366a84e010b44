package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.Collection;
import java.util.List;

/// Counts instances no more among those that come from a game server.
final class ForgetOffspring {

    private static final LuaScript SCRIPT = LuaScript.beside(ForgetOffspring.class, "forget-offspring.lua");

    /// @param since those that were counted or doubted later stay; 0 for none to stay
    static ScriptCall<Long> call(ServerId root, Collection<InstanceId> gone, long since) {
        var arguments = new ScriptArguments().add(since);
        gone.forEach(instance -> arguments.add(instance.value()));
        return new ScriptCall<>(SCRIPT, List.of(RegistryKeys.offspring(root)), arguments, reply -> reply.number(0));
    }

    private ForgetOffspring() {}
}
