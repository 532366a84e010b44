package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.ALICE;
import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.ReconnectPolicy;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.instance.AllocatedServer;
import dev.gatehouse.registry.instance.AllocatedServer.Address;
import dev.gatehouse.registry.instance.GameInstances;
import dev.gatehouse.registry.instance.GameInstances.Stored;
import dev.gatehouse.registry.instance.InstanceLinks;
import dev.gatehouse.registry.instance.InstanceNotes;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.InstanceRecord.HistoryEntry;
import dev.gatehouse.registry.instance.InstanceRecord.Origin;
import dev.gatehouse.registry.instance.InstanceRecord.Seat;
import dev.gatehouse.registry.instance.InstanceRecord.Unheard;
import dev.gatehouse.registry.instance.Offspring;
import dev.gatehouse.registry.instance.PairIds;
import dev.gatehouse.registry.instance.PlayerInstances;
import dev.gatehouse.registry.instance.PlayerNotes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// What the tests of these scripts share.
public final class Examples {

    public static final InstanceId ID = new InstanceId("gi-1");
    static final InstanceId OTHER = new InstanceId("gi-2");
    static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    static final GameInstances INSTANCES = new RedisGameInstances(SCRIPTS);
    static final InstanceLinks LINKS = links();
    static final PlayerInstances SEATS = new RedisPlayerInstances(SCRIPTS);
    static final Offspring OFFSPRING = new RedisOffspring(SCRIPTS);
    static final ServerId ROOT = new ServerId("gs-root");

    public static InstanceRecord instance(InstanceId id) {
        return new InstanceRecord(
                id,
                GAME,
                new Origin(
                        "key-1",
                        "fingerprint",
                        "local-process",
                        null,
                        NOW.toEpochMilli(),
                        ReconnectPolicy.REQUIRED,
                        null),
                List.of(new HistoryEntry(InstanceState.CREATED, NOW.toEpochMilli(), "created")),
                null,
                List.of(Seat.first(ALICE, 1, PlayerNotes.first(JsonText.EMPTY_OBJECT, 0))),
                InstanceNotes.first(new JsonText("{\"map\":\"mine\"}"), JsonText.EMPTY_OBJECT),
                false,
                NOW.toEpochMilli(),
                null,
                List.of(),
                Unheard.NOTHING);
    }

    public static InstanceRecord linked(InstanceId id) {
        var server = AllocatedServer.asked(
                        new ServerId("gs-1"),
                        new NodeId("game-instance-1"),
                        new PairIds("game-before", "social-before"))
                .withPair(new PairIds("game", "social"), new PairIds("game-before", "social-before"))
                .at(new Address("h", 7777, 16));
        return instance(id).withServer(server).in(InstanceState.LINKED, NOW, "linked");
    }

    /// The example, stored for the first time.
    static Stored created() throws Exception {
        answer(INSTANCES.create(instance(ID), Duration.ZERO));
        return stored();
    }

    /// The example as it is stored now.
    static Stored stored() throws Exception {
        return answer(INSTANCES.load(ID)).orElseThrow();
    }

    private static InstanceLinks links() {
        var uses = new AtomicInteger();
        return new RedisInstanceLinks(SCRIPTS, () -> "use-" + uses.incrementAndGet());
    }

    private Examples() {}
}
