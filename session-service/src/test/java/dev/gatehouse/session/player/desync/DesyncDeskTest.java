package dev.gatehouse.session.player.desync;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.desync.DesyncBundles;
import dev.gatehouse.session.fixture.ManualWorker;
import dev.gatehouse.session.fixture.MemoryDesyncs;
import dev.gatehouse.session.fixture.RecordingLine;
import dev.gatehouse.session.fixture.WrittenCounters;
import dev.gatehouse.session.player.bench.PlayersBench;
import dev.gatehouse.session.player.desync.DesyncBundle.MemberDifference;
import dev.gatehouse.session.session.Session;
import dev.gatehouse.session.session.SessionIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class DesyncDeskTest {

    private static final DesyncProperties LIMITS =
            new DesyncProperties(DataSize.ofMegabytes(2), DataSize.ofMegabytes(1));

    private final WrittenCounters counters = new WrittenCounters();
    private final AtomicLong now = new AtomicLong();
    private final MemoryDesyncs bundles = new MemoryDesyncs();
    private final ManualWorker worker = new ManualWorker();
    private final PlayersBench bench = new PlayersBench();
    private final DesyncDesk desk = desk(bundles);

    private DesyncDesk desk(DesyncBundles bundles) {
        return desk(bundles, DataSize.ofMegabytes(1));
    }

    private DesyncDesk desk(DesyncBundles bundles, DataSize perGame) {
        var limits = new DesyncProperties(perGame, DataSize.ofMegabytes(1));
        return new DesyncDesk(bundles, limits, counters::desyncNotKept, now::get, Runnable::run);
    }

    @Test
    void leavesTheOthersOfAGameTheirShare() {
        var large = desk(bundles, DataSize.ofMegabytes(3));
        for (long flush = 1; flush <= 10; flush++) {
            large.keep(bundle("gold", "alice", flush, 600_000));
        }
        large.keep(bundle("gold", "bob", 600_000));

        assertThat(kept("gold", "alice")).hasSize(1);
        assertThat(kept("gold", "bob")).hasSize(1);
    }

    @Test
    void takesForOneInPlaceOfAnotherOnlyWhatItIsLarger() {
        desk.keep(bundle("gold", "alice", 1, 600_000));
        desk.keep(bundle("gold", "alice", 1, 700_000));
        desk.keep(bundle("gold", "alice", 2, 200_000));

        assertThat(kept("gold", "alice")).hasSize(2);
        assertThat(counters.counted()).isEmpty();
    }

    @Test
    void keepsNoMoreOfAGameInADayThanItMay() {
        desk.keep(bundle("gold", "alice", 600_000));
        desk.keep(bundle("gold", "bob", 600_000));
        desk.keep(bundle("silver", "alice", 600_000));

        assertThat(kept("gold", "alice")).hasSize(1);
        assertThat(kept("gold", "bob")).isEmpty();
        assertThat(kept("silver", "alice")).hasSize(1);
        assertThat(counters.counted()).containsExactly("desync not kept TOO_MANY");

        now.addAndGet(Duration.ofDays(1).toNanos());
        desk.keep(bundle("gold", "bob", 600_000));
        assertThat(kept("gold", "bob")).hasSize(1);
    }

    @Test
    void keepsWhatDiffersOfAPlayerWhoIsTooLarge() {
        desk.keep(bundle("gold", "alice", DesyncBundle.MOST_BYTES)
                .reported(
                        new Encoded.Proto(ByteString.EMPTY),
                        List.of(new MemberDifference("/gold", new JsonText("12"), new JsonText("13")))));

        assertThat(kept("gold", "alice")).singleElement().satisfies(bundle -> {
            assertThat(bundle.canBePlayed()).isFalse();
            assertThat(bundle.differences()).extracting(MemberDifference::path).containsExactly("/gold");
        });
        assertThat(counters.counted()).isEmpty();
    }

    @Test
    void makesBundlesOneAfterTheOtherOnAWorker() {
        var busy = new DesyncDesk(bundles, LIMITS, counters::desyncNotKept, now::get, worker);
        var found = FoundDesync.of(session(), 3);

        busy.keep(found);
        busy.keep(found, new Encoded.Json("{\"gold\":7,\"tip\":\"\"}"));
        assertThat(kept("purse", "alice")).isEmpty();
        worker.run();

        assertThat(kept("purse", "alice"))
                .singleElement()
                .satisfies(bundle -> assertThat(bundle.differences())
                        .extracting(MemberDifference::path)
                        .containsExactly("/gold"));
    }

    @Test
    void letsNoMoreWaitThanItMay() {
        var busy = new DesyncDesk(bundles, LIMITS, counters::desyncNotKept, now::get, worker);
        for (int flush = 0; flush <= DesyncDesk.MOST_WAITING; flush++) {
            busy.keep(FoundDesync.of(session(), flush));
        }
        assertThat(counters.counted()).containsExactly("desync not kept TOO_MANY");

        worker.run();
        busy.keep(FoundDesync.of(session(), 99));

        assertThat(counters.counted()).hasSize(1);
    }

    @Test
    void makesNoneWhereNothingIsLeft() {
        var busy = new DesyncDesk(bundles, LIMITS, counters::desyncNotKept, now::get, worker);
        busy.keep(bundle("purse", "alice", 1, exactly("purse", "alice")));

        busy.keep(FoundDesync.of(session(), 2));

        assertThat(worker.isIdle()).isTrue();
        assertThat(counters.counted()).containsExactly("desync not kept TOO_MANY");
    }

    /// So many bytes more that a bundle takes all that there is.
    private static int exactly(String game, String player) {
        int most = (int) LIMITS.playerBytesPerDay();
        int size = bundle(game, player, 1, most / 2).encode().size();
        return most / 2 + most - size;
    }

    private Session session() {
        var alice = PlayersBench.player("alice");
        var who = new SessionIdentity(new SessionId("s-1"), alice, null, Encoding.JSON, new NodeId("proxy-1"), 1);
        return new Session(who, bench.sessions(), "a token", new RecordingLine(), 0);
    }

    @Test
    void countsWhatIsTooLargeAndWhatCannotBeStored() {
        var value = new JsonText("\"" + "x".repeat(DesyncBundle.MOST_BYTES) + "\"");
        desk.keep(bundle("gold", "alice", 1)
                .reported(new Encoded.Proto(ByteString.EMPTY), List.of(new MemberDifference("/name", value, null))));
        var away = new MemoryDesyncs();
        away.away(true);
        desk(away).keep(bundle("gold", "alice", 1));

        assertThat(counters.counted()).containsExactly("desync not kept TOO_LARGE", "desync not kept NOT_STORED");
    }

    private List<DesyncBundle> kept(String game, String player) {
        return desk.of(new PlayerKey(new GameId(game), new PlayerId(player)))
                .toCompletableFuture()
                .join();
    }

    private static DesyncBundle bundle(String game, String player, int bytes) {
        return bundle(game, player, 1, bytes);
    }

    private static DesyncBundle bundle(String game, String player, long flush, int bytes) {
        return new DesyncBundle(
                new GameId(game),
                new PlayerId(player),
                new SessionId("s-1"),
                1,
                Instant.EPOCH,
                ByteString.copyFrom(new byte[bytes]),
                List.of(),
                flush,
                List.of(),
                0,
                "theirs",
                "ours",
                null,
                List.of());
    }

    @Test
    void logsWhereModelsDifferAndNotWhatIsThere() {
        var differences = List.of(
                new MemberDifference("/gold", new JsonText("12"), new JsonText("13")),
                new MemberDifference("/name", new JsonText("\"Alice Liddell\""), null));

        assertThat(DesyncDesk.places(differences)).isEqualTo("/gold; /name");
    }

    @Test
    void logsOneLineWhateverAClientsKeysAre() {
        var difference = new MemberDifference("/names/a\nERROR all is lost\r\u2028", null, null);

        assertThat(DesyncDesk.places(List.of(difference))).isEqualTo("/names/a?ERROR all is lost??");
    }

    @Test
    void logsNoMoreThanALineHolds() {
        var difference = new MemberDifference("/" + "x".repeat(1_000), null, null);

        assertThat(DesyncDesk.places(Collections.nCopies(50, difference))).hasSizeLessThan(20 * 206);
    }
}
