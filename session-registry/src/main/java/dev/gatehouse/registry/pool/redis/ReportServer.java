package dev.gatehouse.registry.pool.redis;

import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.registry.pool.PoolServerState;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import dev.gatehouse.registry.redis.ScriptReply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Takes a pool server's word for what it is.
final class ReportServer {

    private static final LuaScript SCRIPT = LuaScript.beside(ReportServer.class, "report-server.lua");

    static ScriptCall<Optional<List<ServerId>>> call(
            String pool, PoolServerState state, boolean joins, Duration lifetime) {
        var arguments = new ScriptArguments()
                .add(state.name())
                .add(state.run())
                .add(state.link())
                .add(state.address())
                .add(state.places())
                .add(lifetime)
                .add(joins);
        state.servers()
                .forEach(server -> arguments
                        .add(server.serverId().value())
                        .add(server.instanceId().value()));
        return new ScriptCall<>(
                SCRIPT,
                List.of(
                        RegistryKeys.poolHeard(pool),
                        RegistryKeys.poolRecords(pool),
                        RegistryKeys.poolFree(pool),
                        RegistryKeys.poolPlaced(pool),
                        RegistryKeys.poolGameServers(pool),
                        RegistryKeys.poolReserved(pool)),
                arguments,
                ReportServer::read);
    }

    private static Optional<List<ServerId>> read(ScriptReply reply) {
        return reply.flag(0)
                ? Optional.of(IntStream.range(1, reply.size())
                        .mapToObj(i -> new ServerId(reply.text(i)))
                        .toList())
                : Optional.empty();
    }

    private ReportServer() {}
}
