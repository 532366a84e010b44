package dev.gatehouse.registry.session.redis;

import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import dev.gatehouse.registry.session.KeepResult;
import dev.gatehouse.registry.session.PlayerSessions;
import dev.gatehouse.registry.session.SessionRecord;
import dev.gatehouse.registry.session.WriteNumber;
import java.time.Duration;
import java.util.List;

/// Stores one session under its player's lease.
final class StoreSession {

    private static final LuaScript SCRIPT = LuaScript.beside(StoreSession.class, "store-session.lua");

    static ScriptCall<KeepResult> call(Lease lease, SessionRecord session, Duration keep, WriteNumber number) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.lease(lease.player()), RegistryKeys.sessions(lease.player())),
                new ScriptArguments()
                        .add(lease.nonce())
                        .add(lease.epoch())
                        .add(keep)
                        .add(PlayerSessions.MOST_KEPT)
                        .add(session.id().value())
                        .add(session.bytes())
                        .add(number.value())
                        .add(number.begins() ? 1 : 0),
                KeepReply::result);
    }

    private StoreSession() {}
}
