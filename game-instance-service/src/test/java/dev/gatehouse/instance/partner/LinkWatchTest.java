package dev.gatehouse.instance.partner;

import static dev.gatehouse.instance.life.InstanceExamples.ADDRESS;
import static dev.gatehouse.instance.life.InstanceExamples.GAME;
import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static dev.gatehouse.instance.life.InstanceExamples.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.Creator;
import dev.gatehouse.instance.life.Deadlines;
import dev.gatehouse.instance.life.InMemoryInstanceStore;
import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.LifeEvent;
import dev.gatehouse.instance.life.LifeEvent.EndRequested;
import dev.gatehouse.instance.life.LifeEvent.TokensMinted;
import dev.gatehouse.instance.life.LifeEvent.TokensRevoked;
import dev.gatehouse.instance.life.NoEffects;
import dev.gatehouse.instance.partner.Admission.Admitted;
import dev.gatehouse.instance.partner.Admission.Turned;
import dev.gatehouse.instance.rules.InstanceDesk;
import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.instance.token.PartnerTokens.Pair;
import dev.gatehouse.instance.token.PartnerTokens.PairCheck.Good;
import dev.gatehouse.instance.token.TestTokens;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.GameServerNotice;
import dev.gatehouse.model.partner.GameServerNotice.Refresh;
import dev.gatehouse.model.partner.GameServerNotice.Terminate;
import dev.gatehouse.model.partner.GameServerRequest.KeepAlive;
import dev.gatehouse.model.partner.GameServerRequest.Link;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.servercode.Verdict;
import dev.gatehouse.registry.instance.PairIds;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LinkWatchTest {

    private static final Duration EVERY = Duration.ofMillis(400);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final KeepAlive KEEP_ALIVE = new KeepAlive("1", ID);

    private final TestTime time = new TestTime(InstanceExamples.NOW);
    private final InMemoryInstanceStore store = new InMemoryInstanceStore();
    private final OneLinkEach links = new OneLinkEach();
    private final Deadlines deadlines = InstanceExamples.DEADLINES;
    private final InstanceLife life = new InstanceLife(store, new NoEffects(), deadlines, time, Runnable::run);
    private final AtomicInteger ids = new AtomicInteger();
    private final PartnerTokens tokens = TestTokens.withIds(() -> "token-" + ids.incrementAndGet());
    private final Counts counts = new Counts();
    private final Sockets sockets = new Sockets();
    private final Admission admission = new Admission(store, links, time);
    private final PartnerRequests requests = new PartnerRequests(
            admission,
            new LinkRequests(links, life, tokens, deadlines, time),
            new InstanceDesk((_, _) -> Verdict.allowed(), new Creator(store, deadlines, time, _ -> {}), life),
            life,
            new NoPlayers(),
            counts);
    private final LinkWatch watch = new LinkWatch(
            sockets, store, new PairRenewal(life, links, tokens, counts, time), counts, time, Runnable::run);

    @BeforeEach
    void start() {
        var _ = watch.start(time.executor(), EVERY);
    }

    @Test
    @DisplayName("3.4 (20): a link outlives several pairs of tokens; each comes before the one before has expired")
    void outlivesItsPairs() {
        var first = given();
        var link = link("node/1", first);

        for (int hour = 0; hour < 5; hour++) {
            time.passes(Duration.ofHours(1));
            assertThat(admission.admit(link.caller(), KEEP_ALIVE)).isInstanceOf(Admitted.class);
            assertThat(link.caller().pair().expiresAt()).isAfter(time.instant().plus(MINUTE.multipliedBy(20)));
        }

        assertThat(link.heard)
                .hasSizeBetween(8, 10)
                .allSatisfy(notice -> assertThat(notice).isInstanceOf(Refresh.class));
        assertThat(counts.refreshed).isEqualTo(link.heard.size());
        assertThat(link.closedWith).isNull();
        assertThat(verdict(first)).isEqualTo(new Turned(PartnerError.TOKEN_EXPIRED));
    }

    @Test
    @DisplayName("3.4 (20): a refresh that was lost costs nothing; the pair before comes in until the next was shown")
    void takesTheEarlierPairUntilTheNextWasShown() {
        var first = given();
        var lost = link("node/1", first);
        time.passes(MINUTE.multipliedBy(40));
        var second = lost.shownPair(tokens, time.instant());
        sockets.drop(lost, links);

        var back = link("node/2", first);
        assertThat(back.heard).isEmpty();
        time.passes(EVERY);
        var third = back.shownPair(tokens, time.instant());
        assertThat(verdict(first)).isInstanceOf(Admitted.class);
        assertThat(verdict(second)).isEqualTo(new Turned(PartnerError.TOKEN_REVOKED));

        sockets.drop(back, links);
        var _ = link("node/3", third);
        assertThat(verdict(first)).isEqualTo(new Turned(PartnerError.TOKEN_REVOKED));
        assertThat(verdict(third)).isInstanceOf(Admitted.class);
    }

    @Test
    void renewsNothingForALinkThatIsNotTheLiveOne() {
        var pair = given();
        var stale = link("node/1", pair);
        links.release(ID, "node/1");
        links.claim(ID, "elsewhere/1", MINUTE);

        time.passes(MINUTE.multipliedBy(50));

        assertThat(stale.heard).isEmpty();
        assertThat(verdict(pair)).isInstanceOf(Admitted.class);
    }

    @Test
    void endsALinkWhosePairHasExpired() {
        var link = link("node/1", given());
        links.release(ID, "node/1");

        time.passes(Duration.ofHours(1).plus(EVERY));

        assertThat(link.closedWith).isEqualTo(PartnerError.TOKEN_EXPIRED);
    }

    @Test
    @DisplayName("3.4 (2): a link whose tokens are revoked is told so and closed within a second, on any node")
    void endsALinkWhoseTokensAreRevoked() {
        var pair = given();
        var link = link("node/1", pair);
        time.passes(MINUTE);

        apply(new TokensRevoked());
        assertThat(admission.admit(link.caller(), KEEP_ALIVE)).isEqualTo(new Turned(PartnerError.TOKEN_REVOKED));
        time.passes(EVERY);
        assertThat(link.heard).containsExactly(new Terminate(ID, PartnerError.TOKEN_REVOKED.message()));
        assertThat(link.closedWith).isNull();
        time.passes(EVERY);

        assertThat(link.closedWith).isEqualTo(PartnerError.TOKEN_REVOKED);
        assertThat(link.heard).hasSize(1);
        assertThat(counts.dismissed).containsExactly(PartnerError.TOKEN_REVOKED);
    }

    @Test
    void endsTheLinkOfAnInstanceThatWasEndedElsewhere() {
        var link = link("node/1", given());

        apply(new EndRequested("maintenance"));
        time.passes(Duration.ofSeconds(1));

        assertThat(link.heard).containsExactly(new Terminate(ID, "maintenance"));
        assertThat(link.closedWith).isEqualTo(PartnerError.INSTANCE_OVER);
    }

    @Test
    void endsTheLinkOfAServerWhoseProviderAskedForOtherTokens() {
        var link = link("node/1", given());

        apply(new TokensMinted(new PairIds("another", "pair")));
        time.passes(Duration.ofSeconds(1));

        assertThat(link.closedWith).isEqualTo(PartnerError.TOKEN_REVOKED);
    }

    @Test
    void looksAfterTheOthersBesideOneThatCannotBeRead() {
        var link = link("node/1", given());
        var unreadable = new InstanceId("gi-unreadable");
        store.holdUnreadable(unreadable);
        var strange = tokens.mintPair(SERVER, GAME, unreadable, time.instant()).pair();
        sockets.links.addFirst(new Socket(new Caller(strange, "node/2")));

        apply(new TokensRevoked());
        time.passes(Duration.ofSeconds(1));

        assertThat(link.closedWith).isEqualTo(PartnerError.TOKEN_REVOKED);
        assertThat(sockets.links.getFirst().heard).isEmpty();
    }

    /// A server that was allocated and has its first pair.
    private Pair given() {
        var minted = tokens.mintPair(SERVER, GAME, ID, time.instant());
        store.create(
                InstanceExamples.in(InstanceState.ALLOCATED)
                        .withServer(
                                InstanceExamples.ASKED.withPair(minted.pair().ids(), null)),
                Duration.ZERO);
        return minted.pair();
    }

    private Socket link(String name, Pair pair) {
        var socket = new Socket(new Caller(pair, name));
        var answer =
                requests.answer(socket.caller(), new Link("1", ID, ADDRESS.host(), ADDRESS.port(), ADDRESS.capacity()));
        assertThat(answer.ok()).as(answer.toString()).isTrue();
        sockets.links.add(socket);
        return socket;
    }

    private Admission.Verdict verdict(Pair pair) {
        return Admission.judge(pair, store.load(ID).orElseThrow().instance(), time.instant());
    }

    private void apply(LifeEvent event) {
        assertThat(life.apply(ID, event)).isInstanceOf(InstanceLife.Result.Done.class);
    }

    private static final class Socket implements LiveLink {

        private final List<GameServerNotice> heard = new ArrayList<>();
        private Caller caller;
        private @Nullable PartnerError closedWith;

        private Socket(Caller caller) {
            this.caller = caller;
        }

        @Override
        public Caller caller() {
            return caller;
        }

        @Override
        public void renew(Pair next) {
            caller = caller.renewed(next);
        }

        @Override
        public void tell(GameServerNotice notice) {
            heard.add(notice);
        }

        @Override
        public void close(PartnerError why) {
            closedWith = why;
        }

        /// The pair that the last notice brought, as its server would show it.
        private Pair shownPair(PartnerTokens tokens, Instant now) {
            var refresh = (Refresh) heard.getLast();
            return ((Good) tokens.checkPair(refresh.socialToken(), refresh.gameToken(), now)).pair();
        }
    }

    private static final class Sockets implements LiveServers {

        private final List<Socket> links = new ArrayList<>();

        private void drop(Socket socket, ServerLinks claims) {
            links.remove(socket);
            claims.release(ID, String.valueOf(socket.caller().link()));
        }

        @Override
        public Collection<LiveLink> links() {
            return List.copyOf(links);
        }

        @Override
        public void tell(InstanceId instance, GameServerNotice notice) {
            throw new AssertionError("no effect here tells a server");
        }

        @Override
        public void close(InstanceId instance) {
            throw new AssertionError("no effect here closes a link");
        }
    }

    private static final class Counts implements LinkMetrics {

        private final List<PartnerError> dismissed = new ArrayList<>();
        private int refreshed;

        @Override
        public void linked(@Nullable PartnerError refused) {
            // These tests look at the links themselves.
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
