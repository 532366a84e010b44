package dev.gatehouse.instance.partner;

import static dev.gatehouse.instance.life.InstanceExamples.ALICE;
import static dev.gatehouse.instance.life.InstanceExamples.BOB;
import static dev.gatehouse.instance.life.InstanceExamples.DEADLINES;
import static dev.gatehouse.instance.life.InstanceExamples.GAME;
import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static dev.gatehouse.instance.life.InstanceExamples.NOW;
import static dev.gatehouse.instance.life.InstanceExamples.PAIR;
import static dev.gatehouse.instance.life.InstanceExamples.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.instance.life.InMemoryInstanceStore;
import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.LifeEvent.PlayersAdded;
import dev.gatehouse.instance.life.LifeEvent.PlayersConnected;
import dev.gatehouse.instance.life.LifeEvent.PlayersRemoved;
import dev.gatehouse.instance.life.LifeEvent.PresenceChanged;
import dev.gatehouse.instance.life.NoEffects;
import dev.gatehouse.instance.life.Receipts;
import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.instance.token.PartnerTokens.Pair;
import dev.gatehouse.instance.token.TestTokens;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerRequest.VerifyTicket;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.PartnerKeys;
import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("3.4 (8): a ticket lets its player into its instance, once, within a minute")
class TicketsTest {

    private final TestTime time = new TestTime(NOW);
    private final InMemoryInstanceStore store = new InMemoryInstanceStore();
    private final AtomicInteger ids = new AtomicInteger();
    private final PartnerTokens tokens = TestTokens.withIds(() -> "token-" + ids.incrementAndGet());
    private final InstanceLife life =
            new InstanceLife(store, new NoEffects(), new Receipts(time), DEADLINES, time, Runnable::run);
    private final LinkRequests requests =
            new LinkRequests(new Admission(store, time), new OneLinkEach(store), life, tokens, DEADLINES, time);
    private final Caller server = new Caller(new Pair(SERVER, GAME, ID, PAIR, NOW, NOW.plusSeconds(3_600)), "link");

    @BeforeEach
    void aGameIsRunning() {
        store.create(InstanceExamples.in(InstanceState.RUNNING), Duration.ZERO, Duration.ZERO);
        store.link(ID, "link", null);
        life.apply(ID, new PlayersConnected(List.of(ALICE, BOB)));
    }

    @Test
    void letsItsPlayerInAndNotesThatThePlayerIsThere() {
        var answer = verify(ticket(ALICE));

        assertThat(answer.ok()).isTrue();
        assertThat(String.valueOf(answer.value())).contains("alice");
        assertThat(running().seat(ALICE).orElseThrow().present()).isTrue();
        assertThat(running().seat(BOB).orElseThrow().present()).isFalse();
    }

    @Test
    void isGoodOnce() {
        var ticket = ticket(ALICE);
        verify(ticket);

        assertThat(verify(ticket)).isEqualTo(GameServerAnswer.refused("1", PartnerError.TICKET_USED));
    }

    @Test
    void isGoodAgainWhereOthersWereTooQuick() {
        var ticket = ticket(ALICE);
        store.letOthersBeQuicker(100);
        assertThat(verify(ticket)).isEqualTo(GameServerAnswer.refused("1", PartnerError.CONTENTION));
        store.letOthersBeQuicker(0);

        assertThat(verify(ticket).ok()).isTrue();
        assertThat(verify(ticket)).isEqualTo(GameServerAnswer.refused("1", PartnerError.TICKET_USED));
    }

    @Test
    void staysUsedWhereNobodyCanTellWhetherItsPlayerCameIn() {
        var ticket = ticket(ALICE);
        var before = running();
        store.isAway(true);
        assertThatThrownBy(() -> requests.verify(server, new VerifyTicket("1", ID, ticket), before))
                .isInstanceOf(RegistryUnavailableException.class);
        store.isAway(false);

        assertThat(verify(ticket)).isEqualTo(GameServerAnswer.refused("1", PartnerError.TICKET_USED));
        assertThat(verify(ticket(ALICE)).ok()).isTrue();
    }

    @Test
    void isGoodForAPlayerWhoComesBackOnAFreshOne() {
        verify(ticket(ALICE));
        life.apply(ID, new PresenceChanged(ALICE, false));

        assertThat(verify(ticket(ALICE)).ok()).isTrue();
        assertThat(running().seat(ALICE).orElseThrow().present()).isTrue();
    }

    @Test
    void isGoodForAMinute() {
        var ticket = ticket(ALICE);

        time.passes(PartnerTokens.TICKET_LIFETIME.plus(PartnerKeys.CLOCK_SKEW));

        assertThat(verify(ticket)).isEqualTo(GameServerAnswer.refused("1", PartnerError.TICKET_EXPIRED));
    }

    @Test
    void isGoodForItsInstanceAndGameAlone() {
        var elsewhere = tokens.mintTicket(ALICE, GAME, new InstanceId("gi-2"), NOW);
        var chess = tokens.mintTicket(ALICE, new GameId("chess"), ID, NOW);

        assertThat(verify(elsewhere)).isEqualTo(GameServerAnswer.refused("1", PartnerError.TICKET_INVALID));
        assertThat(verify(chess)).isEqualTo(GameServerAnswer.refused("1", PartnerError.TICKET_INVALID));
    }

    @Test
    void letsNobodyInWhoHasNoPlace() {
        assertThat(verify(ticket(new PlayerId("mallory"))))
                .isEqualTo(GameServerAnswer.refused("1", PartnerError.PLAYER_NOT_IN_INSTANCE));
    }

    @Test
    void letsNobodyInWhoWasRemoved() {
        var ticket = ticket(ALICE);
        life.apply(ID, new PlayersRemoved(List.of(ALICE)));

        assertThat(verify(ticket)).isEqualTo(GameServerAnswer.refused("1", PartnerError.PLAYER_NOT_IN_INSTANCE));
    }

    @Test
    void letsNobodyInByATicketForAnEarlierSeat() {
        var ticket = ticket(ALICE);
        life.apply(ID, new PlayersRemoved(List.of(ALICE)));
        life.apply(ID, new PlayersAdded(List.of(new InstancePlayer(ALICE, 0))));

        assertThat(verify(ticket)).isEqualTo(GameServerAnswer.refused("1", PartnerError.TICKET_INVALID));

        life.apply(ID, new PlayersConnected(List.of(ALICE)));
        assertThat(verify(ticket(ALICE)).ok()).isTrue();
    }

    @Test
    void letsNobodyInWhoIsRemovedAtTheSameTime() {
        var before = running();
        life.apply(ID, new PlayersRemoved(List.of(ALICE)));

        assertThat(requests.verify(server, new VerifyTicket("1", ID, ticket(ALICE)), before))
                .isEqualTo(GameServerAnswer.refused("1", PartnerError.PLAYER_NOT_IN_INSTANCE));
    }

    private GameServerAnswer verify(String ticket) {
        return requests.verify(server, new VerifyTicket("1", ID, ticket), running());
    }

    private String ticket(PlayerId player) {
        return tokens.mintTicket(player, GAME, ID, time.instant());
    }

    private InstanceRecord running() {
        return store.load(ID).orElseThrow().instance();
    }
}
