package dev.gatehouse.instance.partner;

import static dev.gatehouse.instance.life.InstanceExamples.ADDRESS;
import static dev.gatehouse.instance.life.InstanceExamples.ASKED;
import static dev.gatehouse.instance.life.InstanceExamples.DEADLINES;
import static dev.gatehouse.instance.life.InstanceExamples.GAME;
import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static dev.gatehouse.instance.life.InstanceExamples.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.Creator;
import dev.gatehouse.instance.life.InMemoryInstanceStore;
import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.LifeEffect;
import dev.gatehouse.instance.life.LifeEffect.TellServer;
import dev.gatehouse.instance.life.LifeEffects;
import dev.gatehouse.instance.life.LifeEvent;
import dev.gatehouse.instance.life.Receipts;
import dev.gatehouse.instance.life.UnsettledCreations;
import dev.gatehouse.instance.rules.InstanceDesk;
import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.instance.token.PartnerTokens.Pair;
import dev.gatehouse.instance.token.TestTokens;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.GameServerRequest.Link;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.ReconnectPolicy;
import dev.gatehouse.model.servercode.Verdict;
import dev.gatehouse.registry.instance.AllocatedServer;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One node as far as its links go, over a store and claims that others may share. What it does beside its turns it
/// does at once, but after what a server is asking.
final class PartnerNode implements LiveServers {

    static final Duration EVERY = Duration.ofMillis(400);

    final List<TestSocket> sockets = new ArrayList<>();
    final Counts counts = new Counts();
    final PartnerTokens tokens;
    final Admission admission;
    final InstanceLife life;
    private final InMemoryInstanceStore store;
    private final OneLinkEach claims;
    private final TestTime time;
    private final PartnerRequests requests;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean isAsked;
    private Consumer<LiveLink> look = _ -> {};

    PartnerNode(InMemoryInstanceStore store, OneLinkEach claims, TestTime time) {
        this.store = store;
        this.claims = claims;
        this.time = time;
        var ids = new AtomicInteger();
        tokens = TestTokens.withIds(() -> "token-" + ids.incrementAndGet());
        admission = new Admission(store, time);
        life = new InstanceLife(store, new TellsServers(), new Receipts(time), DEADLINES, time, Runnable::run);
        var creator = new Creator(store, DEADLINES, time, () -> ASKED, _ -> () -> {}, new UnsettledCreations(store));
        var desk = new InstanceDesk((_, _) -> Verdict.allowed(), creator, life);
        requests = new PartnerRequests(
                admission,
                new LinkRequests(admission, claims, life, tokens, DEADLINES, time),
                new ServerCreations(desk, tokens, time),
                desk,
                life,
                new NoPlayers(),
                counts);
        var renewal = new PairRenewal(life, tokens, counts, time);
        var watch = new LinkWatch(this, store, renewal, counts, DEADLINES, time, this::soon);
        var _ = watch.start(time.executor(), EVERY);
    }

    /// A server that was allocated and has its first pair, and whose players may come back.
    Pair allocated() {
        var pair = tokens.mintPair(SERVER, GAME, ID, time.instant()).pair();
        var server = AllocatedServer.asked(SERVER, ASKED.allocatedBy(), pair.ids());
        var allocated = InstanceExamples.in(InstanceState.ALLOCATED).withServer(server);
        store.create(InstanceExamples.withPolicy(allocated, ReconnectPolicy.OPTIONAL), Duration.ZERO, Duration.ZERO);
        return pair;
    }

    TestSocket link(String name, Pair pair) {
        return link(name, pair, null);
    }

    /// @param run whose live link ends with this
    TestSocket link(String name, Pair pair, @Nullable String run) {
        var socket = new TestSocket(new Caller(pair, name));
        ask(socket, new Link("1", ID, ADDRESS.host(), ADDRESS.port(), ADDRESS.capacity(), run));
        sockets.add(socket);
        return socket;
    }

    void ask(TestSocket socket, GameServerRequest request) {
        isAsked = true;
        var answer = socket.knowledge()
                .answer(
                        request,
                        () -> requests.answer(socket.caller(), request),
                        said -> socket.answered(request, said));
        isAsked = false;
        doWhatWaits();
        assertThat(answer.ok()).as(answer.toString()).isTrue();
    }

    /// What a server hears that asks beside its link.
    GameServerAnswer answer(Pair pair, GameServerRequest request) {
        return requests.answer(new Caller(pair, null), request);
    }

    void drop(TestSocket socket) {
        sockets.remove(socket);
        claims.release(ID, String.valueOf(socket.caller().link()));
    }

    void apply(LifeEvent event) {
        assertThat(life.apply(ID, event)).isInstanceOf(InstanceLife.Result.Done.class);
    }

    private void soon(Runnable task) {
        waiting.add(task);
        if (!isAsked) {
            doWhatWaits();
        }
    }

    private void doWhatWaits() {
        for (var task = waiting.poll(); task != null; task = waiting.poll()) {
            task.run();
        }
    }

    @Override
    public Collection<LiveLink> links() {
        return List.copyOf(sockets);
    }

    @Override
    public void changed(InstanceId instance) {
        sockets.forEach(look);
    }

    @Override
    public void onChange(Consumer<LiveLink> look) {
        this.look = look;
    }

    private final class TellsServers implements LifeEffects {

        @Override
        public Runnable prepare(LifeEffect effect, InstanceRecord instance) {
            return () -> {
                if (effect instanceof TellServer) {
                    changed(instance.id());
                }
            };
        }

        @Override
        public void entered(InstanceRecord instance) {
            // Nobody counts.
        }
    }

    static final class Counts implements LinkMetrics {

        final List<PartnerError> dismissed = new ArrayList<>();
        int refreshed;

        @Override
        public void linked(@Nullable PartnerError refused) {
            // These tests look at the links themselves.
        }

        @Override
        public void created(@Nullable PartnerError refused) {
            // Likewise.
        }

        @Override
        public void refreshed() {
            refreshed++;
        }

        @Override
        public void dismissed(PartnerError why) {
            dismissed.add(why);
        }

        @Override
        public void asked(String type, boolean ok) {
            // Likewise.
        }
    }
}
