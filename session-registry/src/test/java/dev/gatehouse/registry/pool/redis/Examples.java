package dev.gatehouse.registry.pool.redis;

import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.PooledServer;
import dev.gatehouse.registry.pool.FoundPlace;
import dev.gatehouse.registry.pool.Place;
import dev.gatehouse.registry.pool.PoolIndex;
import dev.gatehouse.registry.pool.PoolServerState;
import java.util.List;

/// What the tests of these scripts share.
public final class Examples {

    public static final String POOL = "main";
    public static final String ADDRESS = "http://node-1:8082";
    public static final PooledServer SERVER_1 = server(1);
    public static final PooledServer SERVER_2 = server(2);
    public static final PooledServer SERVER_3 = server(3);
    static final PoolIndex INDEX = new RedisPoolIndex(SCRIPTS);

    public static PooledServer server(int number) {
        return new PooledServer(new ServerId("gs-" + number), new InstanceId("gi-" + number));
    }

    /// A pool server by its first link.
    public static PoolServerState box(String name, int places, PooledServer... servers) {
        return new PoolServerState(name, "run-of-" + name, "link-of-" + name, ADDRESS, places, List.of(servers));
    }

    static PoolServerState onLink(String link, PoolServerState state) {
        return new PoolServerState(state.name(), state.run(), link, ADDRESS, state.places(), state.servers());
    }

    static PoolServerState ofRun(String run, PoolServerState state) {
        return new PoolServerState(state.name(), run, state.link(), ADDRESS, state.places(), state.servers());
    }

    public static FoundPlace running(String box, PooledServer server) {
        return new FoundPlace(new Place(box, server), ADDRESS, false);
    }

    public static FoundPlace reserved(String box, PooledServer server) {
        return new FoundPlace(new Place(box, server), ADDRESS, true);
    }

    static void joined(PoolServerState state) throws Exception {
        if (answer(INDEX.join(POOL, state, LONG)).isEmpty()) {
            throw new AssertionError(state.name() + " was not let in");
        }
    }

    /// The places that could be given now.
    static int free() throws Exception {
        return answer(INDEX.tend(POOL)).free();
    }

    private Examples() {}
}
