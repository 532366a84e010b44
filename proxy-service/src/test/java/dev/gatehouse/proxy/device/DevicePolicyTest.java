package dev.gatehouse.proxy.device;

import static dev.gatehouse.model.error.ConnectionError.REFUSED_BY_CONNECTION_POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.proxy.link.FakeSessionNode;
import dev.gatehouse.proxy.link.FakeSessionNodes;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.refusal.Verdict;
import dev.gatehouse.proxy.routing.NodeTable;
import dev.gatehouse.proxy.routing.Router;
import dev.gatehouse.registry.node.HostedGame;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class DevicePolicyTest {

    private static final GameId GOLDRUSH = new GameId("goldrush");
    private static final SessionId NEW = new SessionId("new");
    private static final SessionId OLD = new SessionId("old");
    private static final Newcomer NEWCOMER =
            new Newcomer(new PlayerKey(GOLDRUSH, new PlayerId("alice")), DeviceKey.of("phone"), NEW);
    private static final DeviceSession OLD_SESSION =
            new DeviceSession(OLD, new PlayerId("bob"), new NodeId("proxy-2"), 1, false);

    private final TestTime time = new TestTime();
    private final FakeDevices devices = new FakeDevices();
    private final FakeSessionNode node = new FakeSessionNode("session-1");
    private final List<PolicyFailure> failures = new ArrayList<>();
    private final DevicePolicy policy = new DevicePolicy(
            devices,
            router(),
            new DeviceProperties(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(15),
                    Duration.ofMillis(25),
                    Duration.ofSeconds(30)),
            failures::add,
            new DevicePolicy.Place(new NodeId("proxy-1"), time.timers()));

    @Test
    void doesNotAskAboutTheOnlySession() {
        assertThat(admit()).isEqualTo(Verdict.passed(NEWCOMER));
        assertThat(node.decided).isEmpty();
    }

    @Test
    void doesNotAskAGameWithoutAPolicy() {
        devices.listed.add(OLD_SESSION);

        assertThat(policy.admit(NEWCOMER, false).block()).isEqualTo(Verdict.passed(NEWCOMER));
        assertThat(node.decided).isEmpty();
        assertThat(node.ended).isEmpty();
    }

    @Test
    void endsTheOlderSessionOfWhicheverPlayerThatTheGameDoesNotKeep() {
        devices.listed.add(OLD_SESSION);
        keeps(NEW);

        assertThat(admit()).isEqualTo(Verdict.passed(NEWCOMER));
        assertThat(node.ended).containsExactly("goldrush/bob old 1500");
        assertThat(devices.listed).extracting(DeviceSession::sessionId).containsExactly(NEW);
    }

    @Test
    void namesTheOlderSessionsThatTheGameKeeps() {
        devices.listed.add(OLD_SESSION);
        keeps(NEW, OLD);

        assertThat(admit()).isEqualTo(Verdict.passed(NEWCOMER.beside(List.of(OLD))));
        assertThat(node.ended).isEmpty();
    }

    @Test
    void refusesANewcomerThatTheGameDoesNotKeep() {
        devices.listed.add(OLD_SESSION);
        keeps(OLD);

        assertThat(admit()).isEqualTo(Verdict.refused(Refusal.of(REFUSED_BY_CONNECTION_POLICY)));
        assertThat(node.ended).isEmpty();
    }

    @Test
    void keepsEverybodyWhereTheGameHasNoOpinion() {
        devices.listed.add(OLD_SESSION);
        node.decision = Mono.just(Optional.empty());

        assertThat(admit()).isEqualTo(Verdict.passed(NEWCOMER));
        assertThat(node.ended).isEmpty();
        assertThat(failures).isEmpty();
    }

    @Test
    void keepsEverybodyWhereTheGameTakesTooLong() {
        devices.listed.add(OLD_SESSION);
        node.decision = Mono.never();
        var verdict = policy.admit(NEWCOMER, true).toFuture();

        time.passes(Duration.ofMillis(1999));
        assertThat(verdict).isNotDone();
        time.passes(Duration.ofMillis(1));

        assertThat(verdict).isCompletedWithValue(Verdict.passed(NEWCOMER));
        assertThat(failures).containsExactly(PolicyFailure.TIMEOUT);
    }

    @Test
    void keepsEverybodyWhereTheGameCannotBeAsked() {
        devices.listed.add(OLD_SESSION);
        node.decision = Mono.error(new IllegalStateException("link lost"));

        assertThat(admit()).isEqualTo(Verdict.passed(NEWCOMER));
        assertThat(failures).containsExactly(PolicyFailure.UNREACHABLE);
    }

    @Test
    void endsTheTurnOfANewcomerThatIsReleased() {
        devices.turn = NEW;
        policy.release(NEWCOMER);
        assertThat(devices.turn).isNull();

        devices.turn = OLD;
        policy.release(NEWCOMER);
        assertThat(devices.turn).isEqualTo(OLD);
    }

    @Test
    void waitsWhileAnotherNewcomerDecides() {
        devices.listed.add(OLD_SESSION);
        devices.turn = OLD;
        keeps(NEW);
        var verdict = policy.admit(NEWCOMER, true).toFuture();

        time.passes(Duration.ofSeconds(1));
        assertThat(verdict).isNotDone();
        assertThat(node.decided).isEmpty();
        devices.turn = null;
        time.passes(Duration.ofMillis(25));

        assertThat(verdict).isCompletedWithValue(Verdict.passed(NEWCOMER));
        assertThat(devices.turn).isNull();
    }

    @Test
    void asksANewcomerToComeBackThatWaitsTooLong() {
        devices.turn = OLD;
        var verdict = policy.admit(NEWCOMER, true).toFuture();

        time.passes(Duration.ofSeconds(15));

        assertThat(verdict)
                .isCompletedWithValue(
                        Verdict.refused(Refusal.notReady("Others of this device are before this session.")));
        assertThat(devices.listed).isEmpty();
    }

    @Test
    void endsItsTurnAlsoWhereItIsTurnedAwayOrGone() {
        devices.listed.add(OLD_SESSION);
        keeps(OLD);
        admit();
        assertThat(devices.turn).isNull();
        assertThat(devices.listed).containsExactly(OLD_SESSION);

        node.decision = Mono.never();
        policy.admit(NEWCOMER, true).subscribe().dispose();
        assertThat(devices.turn).isNull();
    }

    @Test
    void goesOnWithoutALoserThatDoesNotEndInTime() {
        devices.listed.add(OLD_SESSION);
        keeps(NEW);
        node.endAnswer = Mono.never();
        var verdict = policy.admit(NEWCOMER, true).toFuture();

        time.passes(Duration.ofSeconds(2));

        assertThat(verdict).isCompletedWithValue(Verdict.passed(NEWCOMER));
    }

    @Test
    void endsWhatTheDeviceHasNoRoomForWhateverTheGameSays() {
        devices.crowdedOut.add(OLD_SESSION);

        assertThat(admit()).isEqualTo(Verdict.passed(NEWCOMER));
        assertThat(node.ended).containsExactly("goldrush/bob old 1500");
    }

    @Test
    void ignoresStrangersAndRepeats() {
        var all = List.of(OLD_SESSION, new DeviceSession(NEW, new PlayerId("alice"), new NodeId("proxy-1"), 2, false));
        var kept = Optional.of(Set.of(NEW, new SessionId("stranger")));

        assertThat(DeviceDecision.of(NEW, all, kept))
                .isEqualTo(new DeviceDecision(true, List.of(OLD_SESSION), List.of()));
    }

    @Test
    void endsEverybodyWhereTheGameKeepsNobody() {
        var all = List.of(OLD_SESSION, new DeviceSession(NEW, new PlayerId("alice"), new NodeId("proxy-1"), 2, false));

        assertThat(DeviceDecision.of(NEW, all, Optional.of(Set.of())))
                .isEqualTo(new DeviceDecision(false, List.of(OLD_SESSION), List.of()));
    }

    private Verdict<Newcomer> admit() {
        return Objects.requireNonNull(policy.admit(NEWCOMER, true).block());
    }

    private void keeps(SessionId... sessions) {
        node.decision = Mono.just(Optional.of(Set.of(sessions)));
    }

    private Router router() {
        var hosted = new HostedGame(GOLDRUSH, 1, 9, true, false, false);
        var table = new NodeTable(
                List.of(new NodeRecord(node.id(), NodeRole.SESSION, "ws://1", "http://1", List.of(hosted))));
        return new Router(() -> table, FakeSessionNodes.of(node), _ -> Mono.just(Optional.empty()));
    }
}
