package dev.gatehouse.registry.session.redis;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import dev.gatehouse.registry.session.KeepResult;
import java.util.List;

/// Forgets one session under its player's lease.
final class ForgetSession {

    private static final LuaScript SCRIPT = LuaScript.beside(ForgetSession.class, "forget-session.lua");

    static ScriptCall<KeepResult> call(Lease lease, SessionId session) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.lease(lease.player()), RegistryKeys.sessions(lease.player())),
                new ScriptArguments().add(lease.nonce()).add(lease.epoch()).add(session.value()),
                KeepReply::result);
    }

    private ForgetSession() {}
}
