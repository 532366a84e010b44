package dev.gatehouse.registry.session.redis;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import dev.gatehouse.registry.redis.ScriptReply;
import dev.gatehouse.registry.session.KeptSessions;
import dev.gatehouse.registry.session.SessionRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Reads all sessions of a player.
final class LoadSessions {

    private static final LuaScript SCRIPT = LuaScript.beside(LoadSessions.class, "load-sessions.lua");

    static ScriptCall<KeptSessions> call(PlayerKey player) {
        return new ScriptCall<>(
                SCRIPT, List.of(RegistryKeys.sessions(player)), new ScriptArguments(), LoadSessions::answer);
    }

    private static KeptSessions answer(ScriptReply reply) {
        var stored = reply.list(0);
        var sessions = new ArrayList<SessionRecord>();
        for (var i = 0; i < stored.size(); i += 2) {
            sessions.add(new SessionRecord(new SessionId(stored.text(i)), stored.bytes(i + 1)));
        }
        return new KeptSessions(sessions, Duration.ofMillis(Math.max(0, reply.number(1))));
    }

    private LoadSessions() {}
}
