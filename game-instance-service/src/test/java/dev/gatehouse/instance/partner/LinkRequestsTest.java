package dev.gatehouse.instance.partner;

import static dev.gatehouse.instance.life.InstanceExamples.ADDRESS;
import static dev.gatehouse.instance.life.InstanceExamples.GAME;
import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static dev.gatehouse.instance.life.InstanceExamples.NOW;
import static dev.gatehouse.instance.life.InstanceExamples.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.Deadlines;
import dev.gatehouse.instance.life.InMemoryInstanceStore;
import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.LifeEvent.EndRequested;
import dev.gatehouse.instance.life.NoEffects;
import dev.gatehouse.instance.life.Receipts;
import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.instance.token.PartnerTokens.Pair;
import dev.gatehouse.instance.token.TestTokens;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerRequest.KeepAlive;
import dev.gatehouse.model.partner.GameServerRequest.Link;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.registry.instance.PairIds;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LinkRequestsTest {

    private static final Pair PAIR = new Pair(SERVER, GAME, ID, InstanceExamples.PAIR, NOW, NOW.plusSeconds(60));
    private static final Caller FIRST = new Caller(PAIR, "first");
    private static final Caller SECOND = new Caller(PAIR, "second");

    private final InMemoryInstanceStore store = new InMemoryInstanceStore();
    private final InstantSource time = InstantSource.fixed(NOW);
    private final Deadlines deadlines = InstanceExamples.DEADLINES;
    private final PartnerTokens tokens = TestTokens.withIds(() -> "token");
    private final InstanceLife life =
            new InstanceLife(store, new NoEffects(), new Receipts(time), deadlines, time, Runnable::run);
    private final LinkRequests requests =
            new LinkRequests(new Admission(store, time), new OneLinkEach(store), life, tokens, deadlines, time);

    @Test
    void keepsALinkWhoseServerAsksForAnotherAddress() {
        given(InstanceState.ALLOCATED);
        assertThat(link(FIRST, null).ok()).isTrue();

        assertThat(link(FIRST, "elsewhere", null)).isEqualTo(GameServerAnswer.refused("1", PartnerError.OTHER_ADDRESS));
        assertThat(linked()).isEqualTo("first");
    }

    @Test
    void givesUpALinkThatTheInstanceDoesNotWant() {
        given(InstanceState.CREATED);

        assertThat(link(FIRST, null)).isEqualTo(GameServerAnswer.refused("1", PartnerError.TOKEN_REVOKED));
        assertThat(linked()).isNull();
    }

    @Test
    @DisplayName("3.4 (3): a second live link with one pair is refused; the first stays")
    void refusesASecondLink() {
        given(InstanceState.ALLOCATED);
        assertThat(link(FIRST, null).ok()).isTrue();

        assertThat(link(SECOND, null)).isEqualTo(GameServerAnswer.refused("1", PartnerError.ALREADY_LINKED));
        assertThat(linked()).isEqualTo("first");
    }

    @Test
    @DisplayName("3.4 (4): whoever may not link is told why by a code of its own")
    void answersEachWrongLinkWithItsOwnCode() {
        var older = new Pair(SERVER, GAME, ID, new PairIds("older", "older"), NOW, NOW.plusSeconds(60));
        var another = new Pair(new ServerId("gs-2"), GAME, ID, InstanceExamples.PAIR, NOW, NOW.plusSeconds(60));
        var expired = new Pair(SERVER, GAME, ID, InstanceExamples.PAIR, NOW, NOW);

        assertThat(code(FIRST)).isEqualTo("unknown_instance");

        given(InstanceState.ALLOCATED);
        assertThat(code(new Caller(older, "older"))).isEqualTo("token_revoked");
        assertThat(code(new Caller(another, "another"))).isEqualTo("token_revoked");
        assertThat(code(new Caller(expired, "expired"))).isEqualTo("token_expired");
        assertThat(code(new Caller(PAIR, null))).isEqualTo("unknown_request");

        assertThat(link(FIRST, null).ok()).isTrue();
        assertThat(link(FIRST, null).ok()).as("the same link again").isTrue();
        assertThat(code(SECOND)).isEqualTo("already_linked");

        life.apply(ID, new EndRequested("done"));
        assertThat(code(FIRST)).isEqualTo("instance_over");
    }

    @Test
    @DisplayName(
            "3.4 (12): a process that opens its link again is not kept out by the one that it has lost; others are")
    void takesThePlaceOfTheSameProcess() {
        given(InstanceState.ALLOCATED);
        assertThat(link(FIRST, "run-1").ok()).isTrue();

        assertThat(link(SECOND, "run-2")).isEqualTo(GameServerAnswer.refused("1", PartnerError.ALREADY_LINKED));
        assertThat(link(SECOND, "elsewhere", "run-2"))
                .isEqualTo(GameServerAnswer.refused("1", PartnerError.ALREADY_LINKED));
        assertThat(link(SECOND, "run-1").ok()).isTrue();
        assertThat(linked()).isEqualTo("second");
        assertThat(requests.keepAlive(FIRST, new KeepAlive("1", ID)))
                .as("what is lost does not come back")
                .isEqualTo(GameServerAnswer.refused("1", PartnerError.ALREADY_LINKED));
    }

    private String code(Caller caller) {
        return Objects.requireNonNull(link(caller, null).error()).code();
    }

    private void given(InstanceState state) {
        store.create(InstanceExamples.in(state), Duration.ZERO, Duration.ZERO);
    }

    private @Nullable String linked() {
        return store.load(ID).orElseThrow().link();
    }

    private GameServerAnswer link(Caller caller, @Nullable String run) {
        return link(caller, ADDRESS.host(), run);
    }

    private GameServerAnswer link(Caller caller, String host, @Nullable String run) {
        return requests.link(caller, new Link("1", ID, host, ADDRESS.port(), ADDRESS.capacity(), run));
    }
}
