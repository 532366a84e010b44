package dev.gatehouse.instance.partner;

import static dev.gatehouse.instance.life.InstanceExamples.GAME;
import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static dev.gatehouse.instance.life.InstanceExamples.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.InMemoryInstanceStore;
import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.instance.life.LifeEvent.EndRequested;
import dev.gatehouse.instance.life.LifeEvent.TokensRevoked;
import dev.gatehouse.instance.partner.Admission.Admitted;
import dev.gatehouse.instance.partner.Admission.Turned;
import dev.gatehouse.instance.token.PartnerTokens.Pair;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.partner.GameServerNotice.Refresh;
import dev.gatehouse.model.partner.GameServerNotice.Terminate;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LinkWatchTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String RUN = "0123456789abcdef0123456789abcdef";

    private final TestTime time = new TestTime(InstanceExamples.NOW);
    private final InMemoryInstanceStore store = new InMemoryInstanceStore();
    private final OneLinkEach links = new OneLinkEach(store);
    private final PartnerNode node = new PartnerNode(store, links, time);

    @Test
    @DisplayName("3.4 (20): a link outlives several pairs of tokens; each comes before the one before has expired")
    void outlivesItsPairs() {
        var first = node.allocated();
        var link = node.link("node/1", first);

        for (int hour = 0; hour < 5; hour++) {
            time.passes(Duration.ofHours(1));
            assertThat(node.admission.admit(link.caller())).isInstanceOf(Admitted.class);
            assertThat(link.caller().pair().expiresAt()).isAfter(time.instant().plus(MINUTE.multipliedBy(20)));
        }

        assertThat(link.heard())
                .hasSizeBetween(8, 10)
                .allSatisfy(notice -> assertThat(notice).isInstanceOf(Refresh.class));
        assertThat(node.counts.refreshed).isEqualTo(link.heard().size());
        assertThat(link.closedWith()).isNull();
        assertThat(verdict(first)).isEqualTo(new Turned(PartnerError.TOKEN_EXPIRED));
    }

    @Test
    @DisplayName("3.4 (20): a refresh that was lost costs nothing; the pair before comes in until the next was shown")
    void takesTheEarlierPairUntilTheNextWasShown() {
        var first = node.allocated();
        var lost = node.link("node/1", first);
        time.passes(MINUTE.multipliedBy(40));
        var second = lost.shownPair(node.tokens, time.instant());
        node.drop(lost);

        var back = node.link("node/2", first);
        assertThat(back.heard()).isEmpty();
        time.passes(PartnerNode.EVERY);
        var third = back.shownPair(node.tokens, time.instant());
        assertThat(verdict(first)).isInstanceOf(Admitted.class);
        assertThat(verdict(second)).isEqualTo(new Turned(PartnerError.TOKEN_REVOKED));

        node.drop(back);
        var _ = node.link("node/3", third);
        assertThat(verdict(first)).isEqualTo(new Turned(PartnerError.TOKEN_REVOKED));
        assertThat(verdict(third)).isInstanceOf(Admitted.class);
    }

    @Test
    void renewsNothingForALinkThatIsNotTheLiveOne() {
        var pair = node.allocated();
        var stale = node.link("node/1", pair);
        links.release(ID, "node/1");
        links.claim(ID, "elsewhere/1", null, MINUTE);

        time.passes(MINUTE.multipliedBy(50));

        assertThat(stale.heard()).isEmpty();
        assertThat(verdict(pair)).isInstanceOf(Admitted.class);
    }

    @Test
    void endsALinkWhosePairHasExpired() {
        var link = node.link("node/1", node.allocated());
        links.release(ID, "node/1");

        time.passes(Duration.ofHours(1).plus(PartnerNode.EVERY));

        assertThat(link.closedWith()).isEqualTo(PartnerError.TOKEN_EXPIRED);
    }

    @Test
    @DisplayName("3.4 (2): a link whose tokens are revoked is told so and closed within a second, on any node")
    void endsALinkWhoseTokensAreRevoked() {
        var pair = node.allocated();
        var link = node.link("node/1", pair);
        time.passes(MINUTE);

        node.apply(new TokensRevoked());
        assertThat(node.admission.admit(link.caller())).isEqualTo(new Turned(PartnerError.TOKEN_REVOKED));
        time.passes(PartnerNode.EVERY);
        assertThat(link.heard()).containsExactly(new Terminate(ID, PartnerError.TOKEN_REVOKED.message()));
        assertThat(link.closedWith()).isNull();
        time.passes(PartnerNode.EVERY);

        assertThat(link.closedWith()).isEqualTo(PartnerError.TOKEN_REVOKED);
        assertThat(link.heard()).hasSize(1);
        assertThat(node.counts.dismissed).containsExactly(PartnerError.TOKEN_REVOKED);
    }

    @Test
    void endsTheLinkOfAnInstanceThatWasEndedElsewhere() {
        var link = node.link("node/1", node.allocated());

        new PartnerNode(store, links, time).apply(new EndRequested("maintenance"));
        time.passes(Duration.ofSeconds(1));

        assertThat(link.heard()).containsExactly(new Terminate(ID, "maintenance"));
        assertThat(link.closedWith()).isEqualTo(PartnerError.INSTANCE_OVER);
    }

    @Test
    @DisplayName("3.4 (12): a link whose server is back on another node is closed within a second, and hears nothing")
    void endsALinkWhosePlaceAnotherHasTakenOnAnotherNode() {
        var pair = node.allocated();
        var link = node.link("node/1", pair, RUN);
        time.passes(MINUTE);
        var other = new PartnerNode(store, links, time);

        var back = other.link("other/1", pair, RUN);
        time.passes(Duration.ofSeconds(1));

        assertThat(link.closedWith()).isEqualTo(PartnerError.NOT_LINKED);
        assertThat(link.heard()).isEmpty();
        assertThat(back.closedWith()).isNull();
    }

    @Test
    void looksAfterTheOthersBesideOneThatCannotBeRead() {
        var link = node.link("node/1", node.allocated());
        var unreadable = new InstanceId("gi-unreadable");
        store.holdUnreadable(unreadable);
        var strange =
                node.tokens.mintPair(SERVER, GAME, unreadable, time.instant()).pair();
        node.sockets.addFirst(new TestSocket(new Caller(strange, "node/2")));

        node.apply(new TokensRevoked());
        time.passes(Duration.ofSeconds(1));

        assertThat(link.closedWith()).isEqualTo(PartnerError.TOKEN_REVOKED);
        assertThat(node.sockets.getFirst().heard()).isEmpty();
    }

    private Admission.Verdict verdict(Pair pair) {
        return Admission.judge(pair, store.load(ID).orElseThrow().instance(), time.instant());
    }
}
