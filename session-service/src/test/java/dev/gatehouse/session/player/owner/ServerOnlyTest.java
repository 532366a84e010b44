package dev.gatehouse.session.player.owner;

import static dev.gatehouse.model.error.ConnectionError.PLAYER_CHECKSUM_MISMATCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.protocol.ClientMessage.DesyncReport;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.protocol.ServerMessage.ModelPatch;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.servercode.GameDefinition;
import dev.gatehouse.model.servercode.WhilePlaying;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.session.fixture.LaterPurse;
import dev.gatehouse.session.fixture.LogLines;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.player.bench.BenchClient;
import dev.gatehouse.session.player.bench.PlayersBench;
import dev.gatehouse.session.player.desync.DesyncBundle.MemberDifference;
import dev.gatehouse.session.player.state.PlayerState;
import dev.gatehouse.session.player.state.StoredPlayers;
import dev.gatehouse.session.shard.Shard;
import dev.gatehouse.session.shard.ShardLimits;
import dev.gatehouse.session.snapshot.JournalGrowth.Extent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// What only the server may know leaves it nowhere: one player, two devices, everything that tells of a model.
@ExtendWith(OutputCaptureExtension.class)
class ServerOnlyTest {

    /// As nothing else is.
    private static final int SECRET = 918_273_645;

    private static final String NAME = "suspicion";

    private final PlayersBench bench = new PlayersBench();
    private BenchClient follower;
    private BenchClient leader;
    private BenchClient onTheNextNode;

    @BeforeEach
    void plays() {
        bench.attach("alice", "s-0").leavesForGood();
        bench.edit("alice", purse -> new Purse(purse.gold(), purse.tip(), SECRET), WhilePlaying.REFUSE);
        follower = bench.attach("alice", "s-1");
        leader = bench.attachBeside("alice", "s-2", "s-1");
        leader.says(1, new Flush(List.of(PlayersBench.call(100, "{\"amount\":4}")), null));
        bench.order("alice", ActionMode.UNSYNCHRONIZED, 102, "{\"text\":\"a tip\"}");
        bench.edit("alice", purse -> new Purse(purse.gold(), purse.tip(), SECRET + 1), WhilePlaying.REFUSE);
        bench.edit("alice", purse -> new Purse(purse.gold(), purse.tip(), SECRET), WhilePlaying.REFUSE);
        leader.says(2, new Flush(List.of(), "0123456789abcdef"));
        leader.says(3, new DesyncReport(new Encoded.Json("{\"gold\":7,\"tip\":\"\",\"suspicion\":1}"), 2L));
        onTheNextNode = bench.another("session-2").carryOn(bench.self(), "alice", "s-1");
    }

    @Test
    @DisplayName("2.4 (16): no model that a client is given has what only the server may know")
    void isInNoModelThatAClientIsGiven() {
        var given = List.of(follower.player(), leader.player());

        assertThat(given).extracting(start -> start.model().toString()).allMatch(model -> model.contains("gold"));
        assertThat(given.toString()).doesNotContain(NAME, String.valueOf(SECRET));
    }

    @Test
    @DisplayName("2.4 (16): nor has any patch, or anything else that is said")
    void isInNothingThatIsSaid() {
        var said = List.of(follower.line.messages(), leader.line.messages(), onTheNextNode.line.messages());

        assertThat(follower.line.messages()).hasAtLeastOneElementOfType(ModelPatch.class);
        // Its stream starts anew there, with the model as it is.
        assertThat(onTheNextNode.line.messages().toString()).contains("\"gold\":4");
        assertThat(said.toString()).doesNotContain(NAME, String.valueOf(SECRET));
    }

    @Test
    @DisplayName("2.4 (16): nor has the log of what the game's code threw, whatever that says")
    void isInNoLogOfWhatTheGameThrew() {
        var broken = new PlayersBench(Purse.GAME.withSessionStart(Purse.class, (_, _, _) -> {
            throw new IllegalStateException(new IllegalArgumentException(NAME + ": " + SECRET));
        }));

        try (var play = new LogLines(Play.class);
                var edits = new LogLines(Edits.class)) {
            bench.attach("bob", "s-3")
                    .says(1, new Flush(List.of(PlayersBench.call(100, "{\"amount\":-" + SECRET + "}")), null));
            bench.order("bob", ActionMode.UNSYNCHRONIZED, 102, "{\"text\":\"boom\"}");
            broken.attach("bob", "s-4");

            assertThat(play.thrown()).hasSize(2).allMatch(thrown -> thrown.contains("execute(Purse.java:"));
            assertThat(play.thrown().toString())
                    .contains("IllegalArgumentException", "AssertionError")
                    .doesNotContain(String.valueOf(SECRET), "boom");
            assertThat(edits.thrown().toString())
                    .contains("IllegalStateException", "IllegalArgumentException", "ServerOnlyTest.java:")
                    .doesNotContain(String.valueOf(SECRET));
        }
    }

    @Test
    @DisplayName("2.4 (16): nor has the log of a step that failed")
    void isInNoLogOfAStepThatFailed() {
        var lease = new Lease(PlayersBench.player("bob"), bench.self(), "a", 1);
        var state = PlayerState.start(Purse.MODEL, Purse.NEW, Instant.EPOCH);
        var ready = new Loaded.Ready(lease, state, Extent.NONE, 0, List.of());
        Shard<Append, AppendResult> shard = new Shard<>(
                new ShardLimits(1, 1, Duration.ofMillis(1)),
                appends -> CompletableFuture.completedFuture(List.of()),
                Runnable::run,
                bench.time.executor());
        var owner = new PlayerOwner(bench.world, shard, ready);

        try (var log = new LogLines(PlayerOwner.class)) {
            owner.failed(new IllegalStateException(NAME + ": " + SECRET));

            assertThat(log.thrown().toString())
                    .contains("IllegalStateException", "ServerOnlyTest.java:")
                    .doesNotContain(NAME, String.valueOf(SECRET));
        }
    }

    @Test
    @DisplayName("2.4 (16): nor has the log of a player who cannot be made")
    void isInNoLogOfAPlayerWhoCannotBeMade() {
        var unlucky = new PlayersBench(GameDefinition.of(
                Purse.GAME_ID,
                GameModel.of(Purse.class, _ -> {
                            throw new IllegalStateException(NAME + ": " + SECRET);
                        })
                        .build()));

        try (var log = new LogLines(PlayerLoader.class)) {
            unlucky.attach("bob", "s-1");

            assertThat(log.thrown().toString())
                    .contains("IllegalStateException", "ServerOnlyTest.java:")
                    .doesNotContain(NAME, String.valueOf(SECRET));
        }
    }

    @Test
    @DisplayName("2.4 (16): nor has the log of what a migration threw")
    void isInNoLogOfWhatAMigrationThrew() {
        var earlier = new PlayersBench();
        earlier.attach("bob", "s-1").leavesForGood();
        earlier.edit("bob", purse -> new Purse(purse.gold(), purse.tip(), SECRET), WhilePlaying.REFUSE);
        var later = earlier.another(
                "session-2",
                GameDefinition.of(
                        Purse.GAME_ID,
                        GameModel.of(LaterPurse.class, _ -> new LaterPurse("", 7, 0))
                                .migration(1, old -> {
                                    throw new IllegalArgumentException(NAME + ": " + old.get(3, int.class));
                                })
                                .logicVersion(4)
                                .build()));

        try (var log = new LogLines(PlayerLoader.class)) {
            later.carryOn(PlayersBench.SELF, "bob", "s-1");

            assertThat(log.of("ERROR").toString()).contains("cannot be read", "IllegalArgumentException");
            assertThat(log.of("ERROR") + " " + log.thrown()).doesNotContain(NAME, String.valueOf(SECRET));
            assertThat(log.thrown().toString()).contains("ServerOnlyTest.java:");
        }
    }

    @Test
    @DisplayName("2.4 (16): nor has the bundle of a desync, whatever the client reports")
    void isInNoBundle() throws Exception {
        var bundle = bench.desyncs
                .of(PlayersBench.player("alice"))
                .toCompletableFuture()
                .join()
                .getFirst();

        var model = StoredPlayers.decode(Purse.MODEL, bundle.snapshot(), bundle.entries())
                .state()
                .timeline()
                .model();
        assertThat(leader.line.closedWith()).isEqualTo(PLAYER_CHECKSUM_MISMATCH);
        assertThat(model).isEqualTo(new Purse(4, "a tip", 0));
        assertThat(bundle.differences()).extracting(MemberDifference::path).containsExactly("/gold", "/tip");
    }

    @Test
    @DisplayName("2.4 (16): nor has the log")
    void isInNoLog(CapturedOutput output) {
        assertThat(output.getAll()).contains("members: /gold; /tip").doesNotContain(NAME, String.valueOf(SECRET));
    }
}
