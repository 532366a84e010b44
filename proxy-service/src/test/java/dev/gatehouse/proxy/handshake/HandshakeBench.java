package dev.gatehouse.proxy.handshake;

import static dev.gatehouse.model.error.ConnectionError.LOGIN_REJECTED;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.proxy.admission.Admission;
import dev.gatehouse.proxy.admission.AdmissionSettings;
import dev.gatehouse.proxy.device.DevicePolicy;
import dev.gatehouse.proxy.device.DeviceProperties;
import dev.gatehouse.proxy.device.FakeDevices;
import dev.gatehouse.proxy.link.AttachAnswer.Opened;
import dev.gatehouse.proxy.link.ChannelListener;
import dev.gatehouse.proxy.link.FakeSessionNode;
import dev.gatehouse.proxy.link.FakeSessionNodes;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.refusal.Verdict;
import dev.gatehouse.proxy.registration.Registrations;
import dev.gatehouse.proxy.routing.NodeTable;
import dev.gatehouse.proxy.routing.Router;
import dev.gatehouse.proxy.token.Identity;
import dev.gatehouse.registry.node.HostedGame;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.registry.operations.GameRules;
import dev.gatehouse.registry.operations.Operations.StoredRules;
import dev.gatehouse.registry.operations.RulesBook;
import dev.gatehouse.testing.TestTime;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// A handshake over fakes: goldrush in the logic versions 2 to 4 on one node, and no rules.
final class HandshakeBench {

    static final GameId GOLDRUSH = new GameId("goldrush");
    static final SessionId NEW = new SessionId("new");

    final TestTime time = new TestTime();
    final FakeDevices devices = new FakeDevices();
    final Registry registered = new Registry();
    final FakeSessionNode node = new FakeSessionNode("session-1");
    NodeTable table = hosting(new HostedGame(GOLDRUSH, 2, 4, true, false, false));
    private final Router router = new Router(() -> table, FakeSessionNodes.of(node), _ -> Mono.just(Optional.empty()));
    final RulesBook book = new RulesBook(this::storedRules);

    /// The same for every game.
    GameRules rules = GameRules.NONE;

    final FakeStandings standings = new FakeStandings();
    final Handshake handshake;

    /// How many sessions goldrush has.
    long population;

    /// @param admission settings over the defaults, without their prefix
    HandshakeBench(String... admission) {
        var policy = new DevicePolicy(
                devices,
                router,
                new DeviceProperties(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(15),
                        Duration.ofMillis(25),
                        Duration.ofSeconds(30)),
                _ -> {},
                new DevicePolicy.Place(new NodeId("proxy-1"), time.timers()));
        handshake = new Handshake(
                HandshakeBench::identify,
                () -> table,
                new Handshake.Operators(book, standings, time),
                new Admission(
                        AdmissionSettings.with(admission),
                        () -> time.timers().now(TimeUnit.NANOSECONDS),
                        _ -> Mono.fromSupplier(() -> population)),
                new Handshake.Destination(policy, registered, router));
        rule(GameRules.NONE);
    }

    /// From here on, operators have ruled this and the proxy has heard of it.
    void rule(GameRules rules) {
        this.rules = rules;
        book.refresh(List.of(GOLDRUSH)).toCompletableFuture().join();
    }

    /// The error that a hello is refused with; null if it is not.
    @Nullable
    ConnectionError shake(HelloMaker hello) {
        var refusal = refusal(hello);
        return refusal == null ? null : refusal.error();
    }

    @Nullable
    Refusal refusal(HelloMaker hello) {
        var verdict = handshake.shake(hello.build(), new Nobody()).block();
        return verdict instanceof Verdict.Refused<Opened>(Refusal refusal) ? refusal : null;
    }

    private static Mono<Verdict<Identity>> identify(String token) {
        return Mono.just(
                switch (token) {
                    case "good" -> Verdict.passed(new Identity(new PlayerId("alice"), null, Instant.MAX));
                    case "chess only" ->
                        Verdict.passed(new Identity(new PlayerId("alice"), Set.of(new GameId("chess")), Instant.MAX));
                    default -> Verdict.refused(Refusal.of(LOGIN_REJECTED));
                });
    }

    /// From here on goldrush has clients without a token.
    void admitUnauthenticated() {
        table = hosting(new HostedGame(GOLDRUSH, 2, 4, true, true, false));
    }

    private NodeTable hosting(HostedGame game) {
        return new NodeTable(List.of(new NodeRecord(node.id(), NodeRole.SESSION, "ws://1", "http://1", List.of(game))));
    }

    static final class Registry implements Registrations {

        final List<String> sessions = new ArrayList<>();

        @Override
        public Mono<Void> enter(PlayerKey player, SessionId session) {
            return Mono.fromRunnable(() -> sessions.add(player + " " + session));
        }

        @Override
        public void leave(PlayerKey player, SessionId session) {
            sessions.remove(player + " " + session);
        }
    }

    static final class Nobody implements ChannelListener {

        @Override
        public void bytes(ByteBuffer frame) {}

        @Override
        public void closed(int code, ByteString frame) {}

        @Override
        public void loggedIn(String token, ByteString frame) {}

        @Override
        public void lost() {}
    }

    CompletionStage<StoredRules> storedRules(GameId game) {
        return CompletableFuture.completedFuture(new StoredRules(1, rules));
    }
}
