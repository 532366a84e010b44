package dev.gatehouse.registry.device.redis;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.registry.device.DeviceClaim;
import dev.gatehouse.registry.device.DeviceClaims;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import dev.gatehouse.registry.redis.ScriptReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Lists a newcomer and tells who else is there.
final class ClaimDevice {

    private static final LuaScript SCRIPT = LuaScript.beside(ClaimDevice.class, "claim-device.lua");

    static ScriptCall<DeviceClaim> call(GameId game, DeviceKey device, DeviceSession newcomer, Duration ttl) {
        return call(game, device, newcomer, ttl, 0, ClaimDevice::claim);
    }

    static ScriptCall<Optional<DeviceClaim>> inTurn(
            GameId game, DeviceKey device, DeviceSession newcomer, Duration ttl, Duration turn) {
        return call(game, device, newcomer, ttl, turn.toMillis(), ClaimDevice::claimInTurn);
    }

    private static <T> ScriptCall<T> call(
            GameId game,
            DeviceKey device,
            DeviceSession newcomer,
            Duration ttl,
            long turnMillis,
            Function<ScriptReply, T> answer) {
        var arguments = new ScriptArguments()
                .add(newcomer.sessionId().value())
                .add((newcomer.recovering() ? "1/" : "0/") + newcomer.playerId() + "/" + newcomer.proxy())
                .add(ttl)
                .add(DeviceClaims.MOST_SESSIONS)
                .add(turnMillis);
        var keys = List.of(RegistryKeys.deviceSessions(game, device), RegistryKeys.deviceTurn(game, device));
        return new ScriptCall<>(SCRIPT, keys, arguments, answer);
    }

    private static Optional<DeviceClaim> claimInTurn(ScriptReply reply) {
        return reply.list(0).size() == 0 ? Optional.empty() : Optional.of(claim(reply));
    }

    private static DeviceClaim claim(ScriptReply reply) {
        return new DeviceClaim(sessions(reply.list(0)), sessions(reply.list(1)));
    }

    private static List<DeviceSession> sessions(ScriptReply reply) {
        var sessions = new ArrayList<DeviceSession>();
        for (var i = 0; i < reply.size(); i += 2) {
            sessions.add(session(reply.text(i), reply.text(i + 1)));
        }
        sessions.sort(Comparator.comparingLong(DeviceSession::connectedAt));
        return sessions;
    }

    private static DeviceSession session(String id, String value) {
        var parts = value.split("/", -1);
        return new DeviceSession(
                new SessionId(id),
                new PlayerId(parts[3]),
                new NodeId(parts[4]),
                Long.parseLong(parts[1]),
                parts[2].equals("1"));
    }

    private ClaimDevice() {}
}
