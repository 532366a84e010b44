package dev.gatehouse.instance.life;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.ReconnectPolicy;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.instance.AllocatedServer;
import dev.gatehouse.registry.instance.AllocatedServer.Address;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.InstanceRecord.Origin;
import dev.gatehouse.registry.instance.PairIds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Instances for tests: of alice and bob, created at [#NOW].
public final class InstanceExamples {

    public static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    public static final GameId GAME = new GameId("goldrush");
    public static final PlayerId ALICE = new PlayerId("alice");
    public static final PlayerId BOB = new PlayerId("bob");
    public static final InstanceId ID = creation().instanceId();
    public static final ServerId SERVER = new ServerId("gs-1");
    public static final Address ADDRESS = new Address("127.0.0.1", 7777, 16);
    public static final PairIds PAIR = new PairIds("game-token", "social-token");
    public static final AllocatedServer ASKED = AllocatedServer.asked(SERVER, new NodeId("game-instance-1"), PAIR);

    /// Those that services have by default.
    public static final Deadlines DEADLINES = new Deadlines(
            Duration.ofSeconds(60),
            Duration.ofSeconds(300),
            Duration.ofSeconds(5),
            3,
            Duration.ofMinutes(30),
            Duration.ofHours(24));

    public static InstanceRecord created() {
        return creation().toInstance(NOW);
    }

    /// Another one, which nobody is in.
    public static InstanceRecord created(String key, String provider, @Nullable String zone, Instant at) {
        return new Creation(
                        GAME,
                        CreationKey.ofGame(key),
                        provider,
                        zone,
                        List.of(),
                        JsonText.EMPTY_OBJECT,
                        JsonText.EMPTY_OBJECT)
                .toInstance(at);
    }

    public static Creation creation() {
        return new Creation(
                GAME,
                CreationKey.ofGame("key-1"),
                "local-process",
                null,
                List.of(new InstancePlayer(ALICE, 0), new InstancePlayer(BOB, 1)),
                JsonText.EMPTY_OBJECT,
                JsonText.EMPTY_OBJECT);
    }

    /// The same, created with this policy.
    public static InstanceRecord withPolicy(InstanceRecord instance, ReconnectPolicy policy) {
        var origin = instance.origin();
        return new InstanceRecord(
                instance.id(),
                instance.gameId(),
                new Origin(
                        origin.idempotencyKey(),
                        origin.fingerprint(),
                        origin.provider(),
                        origin.zone(),
                        origin.createdAt(),
                        policy,
                        origin.root()),
                instance.history(),
                instance.server(),
                instance.players(),
                instance.data(),
                instance.released(),
                instance.touchedAt(),
                instance.drainBy(),
                instance.declined(),
                instance.unheard());
    }

    /// In this state since [#NOW], with everything that it has by then.
    public static InstanceRecord in(InstanceState state) {
        return switch (state) {
            case CREATED -> created();
            case ALLOCATING -> created().withServer(ASKED).in(state, NOW, "test");
            case ALLOCATED -> in(InstanceState.ALLOCATING).in(state, NOW, "test");
            case LINKED ->
                in(InstanceState.ALLOCATED).withServer(ASKED.at(ADDRESS)).in(state, NOW, "test");
            case RUNNING -> in(InstanceState.LINKED).in(state, NOW, "test");
            case ENDED, TERMINATED, EXPIRED -> in(InstanceState.RUNNING).in(state, NOW, "test");
            case FAILED -> in(InstanceState.ALLOCATING).in(state, NOW, "test");
        };
    }

    private InstanceExamples() {}
}
