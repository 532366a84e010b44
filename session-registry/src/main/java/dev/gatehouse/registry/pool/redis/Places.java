package dev.gatehouse.registry.pool.redis;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.PooledServer;
import dev.gatehouse.registry.pool.FoundPlace;
import dev.gatehouse.registry.pool.Place;
import dev.gatehouse.registry.redis.ScriptReply;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Reads places from what scripts reply.
final class Places {

    private static final int TEXTS_OF_A_PLACE = 3;

    /// From pool server, instance, address and whether it is reserved, or nothing.
    static Optional<FoundPlace> found(ServerId server, ScriptReply reply) {
        return reply.size() == 0
                ? Optional.empty()
                : Optional.of(new FoundPlace(
                        place(reply.text(0), server.value(), reply.text(1)), reply.text(2), reply.flag(3)));
    }

    /// From pool server, game server and instance of each.
    static List<Place> all(ScriptReply reply) {
        return IntStream.range(0, reply.size() / TEXTS_OF_A_PLACE)
                .map(i -> i * TEXTS_OF_A_PLACE)
                .mapToObj(i -> place(reply.text(i), reply.text(i + 1), reply.text(i + 2)))
                .toList();
    }

    private static Place place(String poolServer, String server, String instance) {
        return new Place(poolServer, new PooledServer(new ServerId(server), new InstanceId(instance)));
    }

    private Places() {}
}
