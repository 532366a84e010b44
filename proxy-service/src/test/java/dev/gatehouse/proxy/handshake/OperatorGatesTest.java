package dev.gatehouse.proxy.handshake;

import static dev.gatehouse.model.error.ConnectionError.CLIENT_PATCH_VERSION_TOO_OLD;
import static dev.gatehouse.model.error.ConnectionError.CLUSTER_NOT_READY_UNHANDLED;
import static dev.gatehouse.model.error.ConnectionError.COMMIT_ID_MISMATCH;
import static dev.gatehouse.model.error.ConnectionError.FAILED_TO_RESUME_SESSION;
import static dev.gatehouse.model.error.ConnectionError.GAME_ID_UNKNOWN;
import static dev.gatehouse.model.error.ConnectionError.HANDSHAKE_MALFORMED;
import static dev.gatehouse.model.error.ConnectionError.IN_MAINTENANCE;
import static dev.gatehouse.model.error.ConnectionError.LOGIC_VERSION_CLIENT_TOO_NEW;
import static dev.gatehouse.model.error.ConnectionError.LOGIC_VERSION_CLIENT_TOO_OLD;
import static dev.gatehouse.model.error.ConnectionError.LOGIC_VERSION_DOWNGRADE;
import static dev.gatehouse.model.error.ConnectionError.LOGIN_PROTOCOL_VERSION_CLIENT_TOO_NEW;
import static dev.gatehouse.model.error.ConnectionError.LOGIN_PROTOCOL_VERSION_CLIENT_TOO_OLD;
import static dev.gatehouse.model.error.ConnectionError.LOGIN_REJECTED;
import static dev.gatehouse.model.error.ConnectionError.PLAYER_IS_BANNED;
import static dev.gatehouse.model.error.ConnectionError.REFUSED_BY_CONNECTION_POLICY;
import static dev.gatehouse.model.error.ConnectionError.WIRE_PROTOCOL_VERSION_CLIENT_TOO_NEW;
import static dev.gatehouse.proxy.handshake.HandshakeBench.GOLDRUSH;
import static dev.gatehouse.proxy.handshake.HelloMaker.hello;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.model.protocol.ServerMessage.Maintenance;
import dev.gatehouse.model.protocol.ServerMessage.MaintenanceState;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.proxy.link.AttachAnswer.Declined;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.routing.NodeTable;
import dev.gatehouse.registry.node.HostedGame;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.registry.operations.Ban;
import dev.gatehouse.registry.operations.GameRules;
import dev.gatehouse.registry.operations.MaintenanceWindow;
import dev.gatehouse.registry.operations.PatchMinimum;
import dev.gatehouse.registry.operations.RulesBook;
import dev.gatehouse.registry.operations.Standing;
import dev.gatehouse.registry.operations.VersionRange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class OperatorGatesTest {

    private static final PlayerId ALICE = new PlayerId("alice");

    private final HandshakeBench bench = new HandshakeBench();

    /// Everything is wrong with this client; each step mends what was answered, so the answers show the order.
    @Test
    void checksInTheOrderOfTheContract() {
        bench.rule(GameRules.NONE
                .withActive(new VersionRange(3, 4))
                .withCommitIds(List.of("9fceb02"))
                .withPatchMinimums(List.of(new PatchMinimum("ios", 3, 2)))
                .withWindow(window(null, List.of())));
        bench.standings.standing = new Standing(4, new Ban(null, null));
        bench.devices.listed.add(new DeviceSession(new SessionId("old"), ALICE, new NodeId("proxy-1"), 1, false));
        bench.node.decision = Mono.just(Optional.of(Set.of(new SessionId("old"))));
        var hello = hello().device(" ")
                .protocol(2)
                .loginProtocol(2)
                .token("bad")
                .game("tetris")
                .logicVersion(2)
                .platform("ios");

        assertThat(bench.shake(hello)).isEqualTo(HANDSHAKE_MALFORMED);
        assertThat(bench.shake(hello.device("phone"))).isEqualTo(WIRE_PROTOCOL_VERSION_CLIENT_TOO_NEW);
        assertThat(bench.shake(hello.protocol(1))).isEqualTo(LOGIN_PROTOCOL_VERSION_CLIENT_TOO_NEW);
        assertThat(bench.shake(hello.loginProtocol(1))).isEqualTo(LOGIN_REJECTED);
        assertThat(bench.shake(hello.token("good"))).isEqualTo(GAME_ID_UNKNOWN);
        assertThat(bench.shake(hello.game("goldrush"))).isEqualTo(COMMIT_ID_MISMATCH);
        assertThat(bench.shake(hello.commitId("9fceb02"))).isEqualTo(LOGIC_VERSION_CLIENT_TOO_OLD);
        assertThat(bench.shake(hello.logicVersion(3))).isEqualTo(LOGIC_VERSION_DOWNGRADE);
        bench.standings.standing = new Standing(3, new Ban(null, null));
        assertThat(bench.shake(hello)).isEqualTo(CLIENT_PATCH_VERSION_TOO_OLD);
        assertThat(bench.shake(hello.patchVersion(2))).isEqualTo(IN_MAINTENANCE);
        bench.rule(GameRules.NONE);
        assertThat(bench.shake(hello)).isEqualTo(PLAYER_IS_BANNED);
        bench.standings.standing = Standing.NEW;
        assertThat(bench.shake(hello)).isEqualTo(REFUSED_BY_CONNECTION_POLICY);
    }

    @Test
    void touchesNothingBeforeTheLastGateHasPassed() {
        bench.standings.standing = new Standing(0, new Ban(null, null));

        bench.shake(hello());

        assertThat(bench.devices.listed).isEmpty();
        assertThat(bench.registered.sessions).isEmpty();
        assertThat(bench.standings.noted).isEmpty();
    }

    @Test
    void takesAHelloWithoutALoginProtocolForTheFirst() {
        assertThat(bench.shake(hello())).isNull();
        assertThat(bench.shake(hello().loginProtocol(0))).isEqualTo(LOGIN_PROTOCOL_VERSION_CLIENT_TOO_OLD);
    }

    @Test
    void takesOnlyTheActiveOnesOfTheHostedVersions() {
        bench.rule(GameRules.NONE.withActive(new VersionRange(3, 3)));

        assertThat(bench.shake(hello().logicVersion(2))).isEqualTo(LOGIC_VERSION_CLIENT_TOO_OLD);
        assertThat(bench.shake(hello().logicVersion(3))).isNull();
        assertThat(bench.shake(hello().logicVersion(4))).isEqualTo(LOGIC_VERSION_CLIENT_TOO_NEW);
    }

    @Test
    void takesNoActiveVersionThatNobodyHosts() {
        bench.rule(GameRules.NONE.withActive(new VersionRange(3, 9)));

        assertThat(bench.shake(hello().logicVersion(5))).isEqualTo(LOGIC_VERSION_CLIENT_TOO_NEW);
    }

    @Test
    void notesAVersionOnceItIsPlayedAndOnlyAHigherOne() {
        bench.standings.standing = new Standing(3, null);

        assertThat(bench.shake(hello().logicVersion(2))).isEqualTo(LOGIC_VERSION_DOWNGRADE);
        assertThat(bench.shake(hello().logicVersion(3))).isNull();
        assertThat(bench.standings.noted).isEmpty();
        assertThat(bench.shake(hello().logicVersion(4))).isNull();

        assertThat(bench.standings.noted).containsExactly("goldrush/alice 4");
    }

    @Test
    void saysWhenMaintenanceIsThoughtToEnd() {
        bench.rule(GameRules.NONE.withWindow(window(60_000L, List.of())));
        bench.time.passes(Duration.ofSeconds(20));

        assertThat(bench.refusal(hello()))
                .isEqualTo(new Refusal(
                        IN_MAINTENANCE,
                        Duration.ofSeconds(40),
                        "The servers are in maintenance.",
                        JsonText.EMPTY_OBJECT));
        bench.time.passes(Duration.ofSeconds(41));
        assertThat(bench.refusal(hello())).isEqualTo(Refusal.of(IN_MAINTENANCE));
    }

    @Test
    void letsTheAllowedPassMaintenance() {
        bench.rule(GameRules.NONE.withWindow(window(null, List.of(ALICE))));

        assertThat(bench.shake(hello())).isNull();
    }

    @Test
    void saysHowLongAPlayerIsBannedAndWhy() {
        var until = bench.time.instant().plusSeconds(90);
        bench.standings.standing = new Standing(0, new Ban(until, "Be kind."));

        assertThat(bench.refusal(hello()))
                .isEqualTo(new Refusal(
                        PLAYER_IS_BANNED,
                        Duration.ofSeconds(90),
                        "Be kind.",
                        new JsonText("{\"until\":" + until.toEpochMilli() + ",\"message\":\"Be kind.\"}")));
    }

    @Test
    void saysNoEndOfABanForGood() {
        bench.standings.standing = new Standing(0, new Ban(null, null));

        assertThat(bench.refusal(hello())).isEqualTo(Refusal.of(PLAYER_IS_BANNED));
    }

    @Test
    void asksClientsToComeBackWhileTheRegistryCannotSayHowTheyStand() {
        bench.standings.away = true;

        assertThat(bench.shake(hello())).isEqualTo(CLUSTER_NOT_READY_UNHANDLED);
    }

    @Test
    void takesAGameWithoutKnownRulesForOneThatIsNotReady() {
        var chess = new GameId("chess");
        bench.table = new NodeTable(List.of(new NodeRecord(
                bench.node.id(),
                NodeRole.SESSION,
                "ws://1",
                "http://1",
                List.of(new HostedGame(chess, 1, 9, false, false, false)))));

        assertThat(bench.shake(hello().game("chess"))).isEqualTo(CLUSTER_NOT_READY_UNHANDLED);
        assertThat(bench.standings.asked).isZero();
    }

    @Test
    void checksASessionThatGoesOnAsItDoesANewOne() {
        bench.node.attachAnswer = Mono.just(new Declined(Refusal.of(FAILED_TO_RESUME_SESSION)));
        assertThat(bench.shake(hello().resume("old"))).isEqualTo(FAILED_TO_RESUME_SESSION);
        bench.standings.standing = new Standing(0, new Ban(null, null));

        assertThat(bench.shake(hello().resume("old"))).isEqualTo(PLAYER_IS_BANNED);
    }

    @Test
    void asksOnceForEverythingAboutThePlayer() {
        bench.shake(hello());

        assertThat(bench.standings.asked).isEqualTo(1);
    }

    @Test
    void forecastsWhatHoldsForEverybody() {
        var books = new RulesBook(bench::storedRules);
        var forecast = new Forecast(() -> bench.table, books, bench.time);
        assertThat(forecast.forEverybody()).isEqualTo(new Maintenance(MaintenanceState.NOT_SCHEDULED, null, null));
        bench.rules = GameRules.NONE.withWindow(window(60_000L, List.of()));
        books.refresh(List.of(GOLDRUSH)).toCompletableFuture().join();

        assertThat(forecast.forEverybody())
                .isEqualTo(new Maintenance(
                        MaintenanceState.ONGOING, bench.time.instant().toEpochMilli(), 60_000L));

        // Of another game nothing is known, so nothing holds for everybody.
        bench.table = new NodeTable(List.of(new NodeRecord(
                bench.node.id(),
                NodeRole.SESSION,
                "ws://1",
                "http://1",
                List.of(
                        new HostedGame(GOLDRUSH, 2, 4, true, false, false),
                        new HostedGame(new GameId("chess"), 1, 9, false, false, false)))));
        assertThat(forecast.forEverybody().state()).isEqualTo(MaintenanceState.NOT_SCHEDULED);
    }

    private MaintenanceWindow window(@Nullable Long estimatedMillis, List<PlayerId> allowed) {
        return new MaintenanceWindow("w", bench.time.instant(), estimatedMillis, List.of(), allowed);
    }
}
