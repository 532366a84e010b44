package dev.gatehouse.session.player;

import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_CLIENT_TIME_TOO_FAR_AHEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.ClientMessage.Pause;
import dev.gatehouse.model.protocol.ClientMessage.Ping;
import dev.gatehouse.model.protocol.ClientMessage.SessionStartFailed;
import dev.gatehouse.model.protocol.ServerMessage.MaintenanceChanged;
import dev.gatehouse.model.protocol.ServerMessage.MaintenanceState;
import dev.gatehouse.model.protocol.ServerMessage.Terminate;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.operations.Ban;
import dev.gatehouse.registry.operations.Expulsion;
import dev.gatehouse.registry.operations.GameRules;
import dev.gatehouse.registry.operations.MaintenanceWindow;
import dev.gatehouse.registry.operations.VersionRange;
import dev.gatehouse.session.fixture.MemoryOperations;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.operations.Enforcement;
import dev.gatehouse.session.player.bench.BenchClient;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every code that ends a session from the node: what provokes it, and what its client hears. Clients here run logic
/// version 3 on the platform `test`.
class ForcedEndsTest {

    private static final PlayerId ALICE = new PlayerId("alice");

    private final PlayersBench bench = new PlayersBench();
    private final MemoryOperations operations = new MemoryOperations();
    private final Enforcement enforcement =
            new Enforcement(List.of(Purse.GAME_ID), operations, bench.players, bench.time);

    /// @param provoke what happens to the client's session
    /// @param heard code, name, reason and advice, then the close code
    record Row(String name, BiConsumer<ForcedEndsTest, BenchClient> provoke, List<String> heard) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                row(
                        "the player connects again",
                        (test, _) -> test.bench.attach("alice", "s-2"),
                        "1500 force_terminated_received_another_connection ConnectionLost inform 4500"),
                row(
                        "an operator kicks the player",
                        (test, _) -> test.expelled(null),
                        "1501 force_terminated_kicked_by_admin_action ConnectionLost inform 4500"),
                row(
                        "a step of the player's sessions throws",
                        (test, _) -> test.failing(),
                        "1502 force_terminated_internal_server_error InternalError inform 4500"),
                row(
                        "the client's ticks fall behind real time",
                        (test, alice) -> test.plays(alice, Duration.ofMinutes(21), 1),
                        "1504 force_terminated_client_time_too_far_behind ConnectionLost inform 4500"),
                row(
                        "the client's ticks run ahead of real time",
                        (test, alice) -> test.plays(alice, Duration.ofSeconds(1), 620),
                        "1505 force_terminated_client_time_too_far_ahead InternalError inform 4500"),
                row(
                        "the session lasts for 24 hours",
                        (test, alice) -> test.longestSession(alice),
                        "1506 force_terminated_session_too_long ConnectionLost inform 4500"),
                row(
                        "an operator bans the player",
                        (test, _) -> test.expelled(new Ban(null, null)),
                        "1507 force_terminated_player_banned PlayerIsBanned inform 4500"),
                row(
                        "maintenance starts",
                        (test, _) -> test.ruled(GameRules.NONE.withWindow(test.window(Duration.ZERO, null))),
                        "1508 force_terminated_maintenance_mode_started ServerMaintenance inform 4500"),
                row(
                        "an announced pause takes too long",
                        (test, alice) -> {
                            alice.says(null, new Pause("advertisement", 60_000));
                            test.bench.passes(Duration.ofMinutes(3));
                        },
                        "1509 force_terminated_pause_deadline_exceeded ConnectionLost inform 4500"),
                row(
                        "the game's configuration changes",
                        (test, _) -> test.ruled(GameRules.NONE.withConfigVersion("2")),
                        "1510 force_terminated_game_config_updated ServerMaintenance inform 4500"),
                row(
                        "the client's logic version is not active any more",
                        (test, _) -> test.ruled(GameRules.NONE.withActive(new VersionRange(4, 5))),
                        "1511 force_terminated_logic_version_updated ClientVersionTooOld update 4501"),
                row(
                        "the client cannot load the session",
                        (_, alice) -> alice.says(null, new SessionStartFailed("No room for the atlas.")),
                        "1620 protocol_error_session_start_failed InternalError reconnect 4000"),
                row(
                        "a flush makes no sense",
                        (_, alice) -> alice.says(7L, new Flush(List.of(), null)),
                        "4032 message_malformed InternalError inform 4500"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void saysItsCode(Row row) {
        var alice = bench.attach("alice", "s-1");
        look();

        row.provoke().accept(this, alice);

        var said = (Terminate) alice.line.last().message();
        var closed = Objects.requireNonNull(alice.line.closedWith());
        assertThat(List.of(
                        Integer.toString(said.code()),
                        said.name(),
                        said.reason(),
                        said.advice(),
                        Integer.toString(closed.closeCode())))
                .isEqualTo(row.heard());
        assertThat(closed.code()).isEqualTo(said.code());
        assertThat(bench.shown.has(alice.started().sessionId())).isFalse();
    }

    @Test
    void letsSessionsBeThatTheRulesAllow() {
        var alice = bench.attach("alice", "s-1");

        ruled(GameRules.NONE.withActive(new VersionRange(2, 3)));
        ruled(GameRules.NONE.withWindow(
                new MaintenanceWindow("w", bench.time.instant(), null, List.of("ios"), List.of())));

        assertThat(alice.line.isOpen()).isTrue();
    }

    @Test
    void tellsOfMaintenanceAsItIsAnnouncedMovedAndWithdrawn() {
        var alice = bench.attach("alice", "s-1");
        var start = bench.time.millis() + 60_000;

        ruled(GameRules.NONE.withWindow(window(Duration.ofSeconds(60), null)));
        look();
        ruled(GameRules.NONE.withWindow(window(Duration.ofSeconds(60), 5_000L)));
        ruled(GameRules.NONE);

        assertThat(alice.line.messages())
                .containsExactly(
                        new MaintenanceChanged(MaintenanceState.UPCOMING, start, null),
                        new MaintenanceChanged(MaintenanceState.UPCOMING, start, 5_000L),
                        new MaintenanceChanged(MaintenanceState.NOT_SCHEDULED, null, null));
    }

    @Test
    void endsSessionsWhenAnAnnouncedWindowStartsAndSaysWhenItIsThoughtToEnd() {
        var alice = bench.attach("alice", "s-1");
        ruled(GameRules.NONE.withWindow(window(Duration.ofSeconds(20), 90_000L)));

        bench.passes(Duration.ofSeconds(19));
        look();
        assertThat(alice.line.isOpen()).isTrue();
        bench.passes(Duration.ofSeconds(1));
        look();

        assertThat(((Terminate) alice.line.last().message()).retryAfterMillis()).isEqualTo(90_000);
    }

    @Test
    void tellsTheAllowedOfMaintenanceAndLetsThemPlayOn() {
        var alice = bench.attach("alice", "s-1");

        ruled(GameRules.NONE.withWindow(window(Duration.ZERO, null)).withDevelopers(List.of(ALICE)));

        assertThat(alice.line.messages())
                .containsExactly(new MaintenanceChanged(MaintenanceState.ONGOING, bench.time.millis(), null));
        assertThat(alice.line.isOpen()).isTrue();
    }

    @Test
    void endsAlsoSessionsThatWaitForTheirClient() {
        var alice = bench.attach("alice", "s-1");
        alice.leaves();

        ruled(GameRules.NONE.withWindow(window(Duration.ZERO, null)));

        assertThat(bench.shown.all()).isEmpty();
        assertThat(bench.counters.counted()).contains("ended 1508");
    }

    @Test
    void saysHowLongThePlayerIsBannedAndWhy() {
        var alice = bench.attach("alice", "s-1");
        var until = bench.time.instant().plusSeconds(90);
        look();

        expelled(new Ban(until, "Be kind."));

        var said = (Terminate) alice.line.last().message();
        assertThat(said.message()).isEqualTo("Be kind.");
        assertThat(said.retryAfterMillis()).isEqualTo(90_000);
        assertThat(said.details())
                .isEqualTo(new JsonText("{\"until\":" + until.toEpochMilli() + ",\"message\":\"Be kind.\"}"));
    }

    @Test
    void endsASessionOfABannedPlayerThatCameInMeanwhile() {
        look();
        expelled(new Ban(null, null));

        var late = bench.attach("alice", "s-1");
        look();

        assertThat(late.line.isOpen()).isFalse();
    }

    @Test
    void carriesOutAKickOnceAndABanNoLongerThanItLasts() {
        look();
        expelled(null);
        operations.listed.add(
                new Expulsion(ALICE, "ban", new Ban(bench.time.instant().plusSeconds(5), null)));
        bench.passes(Duration.ofSeconds(5));

        var back = bench.attach("alice", "s-1");
        look();

        assertThat(back.line.isOpen()).isTrue();
    }

    @Test
    void carriesOutNoKickFromBeforeItsOwnTime() {
        var alice = bench.attach("alice", "s-1");

        expelled(null);

        assertThat(alice.line.isOpen()).isTrue();
    }

    @Test
    void harmsNobodyElse() {
        var bob = bench.attach("bob", "s-2");
        look();

        expelled(new Ban(null, null));

        assertThat(bob.line.isOpen()).isTrue();
    }

    @Test
    void keepsEverySessionWhileTheRegistryIsAway() {
        ruled(GameRules.NONE.withConfigVersion("1"));
        var alice = bench.attach("alice", "s-1");
        operations.away(true);

        look();
        operations.away(false);
        look();

        assertThat(alice.line.isOpen()).isTrue();
    }

    @Test
    void letsAThinClientBeAsSlowAsItLikes() {
        var alice = bench.attach("alice", "s-1");
        plays(alice, Duration.ofMinutes(30), 1, null);

        assertThat(alice.line.isOpen()).isTrue();
    }

    @Test
    void letsNoClientRunAheadByWhatItMissedInAPause() {
        var alice = bench.attach("alice", "s-1");
        alice.says(null, new Pause("advertisement", 540_000));
        bench.passes(Duration.ofMinutes(8));
        alice.says(1L, new Flush(List.of(Op.ticks(4_800)), Purse.checksumOfNew()));
        assertThat(alice.line.isOpen()).isTrue();

        alice.says(2L, new Flush(List.of(Op.ticks(601)), Purse.checksumOfNew()));

        assertThat(alice.line.closedWith()).isEqualTo(FORCE_TERMINATED_CLIENT_TIME_TOO_FAR_AHEAD);
    }

    /// After so long the client has ticked so often. It is heard all the time.
    private void plays(BenchClient alice, Duration time, int ticks) {
        plays(alice, time, ticks, Purse.checksumOfNew());
    }

    private void plays(BenchClient alice, Duration time, int ticks, @Nullable String checksum) {
        for (long second = 0; second < time.toSeconds(); second++) {
            bench.passes(Duration.ofSeconds(1));
            alice.says(null, new Ping(second));
        }
        alice.says(1L, new Flush(List.of(Op.ticks(ticks)), checksum));
    }

    private void failing() {
        bench.players.visit(Purse.GAME_ID, _ -> {
            throw new IllegalStateException("a mistake in the node's code");
        });
        bench.turns();
    }

    private void longestSession(BenchClient alice) {
        alice.says(null, new Pause("a long night", 1));
        for (int minute = 0; minute < 24 * 60 && alice.line.isOpen(); minute++) {
            alice.says(null, new Pause("a long night", 60_000));
            bench.passes(Duration.ofMinutes(1));
        }
    }

    private void ruled(GameRules rules) {
        operations.rule(rules);
        look();
    }

    private void expelled(@Nullable Ban ban) {
        operations.listed.add(new Expulsion(ALICE, "order", ban));
        look();
    }

    private void look() {
        assertThat(enforcement.look()).isCompleted();
        bench.turns();
    }

    private MaintenanceWindow window(Duration startsIn, @Nullable Long estimatedMillis) {
        return new MaintenanceWindow("w", bench.time.instant().plus(startsIn), estimatedMillis, List.of(), List.of());
    }

    private static Row row(String name, BiConsumer<ForcedEndsTest, BenchClient> provoke, String heard) {
        return new Row(name, provoke, List.of(heard.split(" ")));
    }
}
