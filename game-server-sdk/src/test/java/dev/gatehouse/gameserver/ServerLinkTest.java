package dev.gatehouse.gameserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.GameServerNotice.PlayerLeft;
import dev.gatehouse.model.partner.GameServerNotice.PlayersAdded;
import dev.gatehouse.model.partner.GameServerNotice.ReconnectDeclined;
import dev.gatehouse.model.partner.GameServerNotice.Refresh;
import dev.gatehouse.model.partner.GameServerNotice.Terminate;
import dev.gatehouse.model.partner.GameServerRequest.ConnectPlayers;
import dev.gatehouse.model.partner.GameServerRequest.End;
import dev.gatehouse.model.partner.GameServerRequest.KeepAlive;
import dev.gatehouse.model.partner.GameServerRequest.Link;
import dev.gatehouse.model.partner.GameServerRequest.RemovePlayers;
import dev.gatehouse.model.partner.LinkedInstance;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.SeatedPlayer;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.testing.TestTime;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ServerLinkTest {

    private static final InstanceId ID = new InstanceId("gi-1");
    private static final PlayerId ALICE = new PlayerId("alice");
    private static final PlayerId BOB = new PlayerId("bob");
    private static final SeatedPlayer BOBS_SEAT = seat(BOB, false);
    private static final GameServerConfiguration CONFIGURATION = new GameServerConfiguration(
            URI.create("ws://localhost"), "first-social", "first-game", ID, new ServerId("gs-1"));

    private final TestTime time = new TestTime();
    private final FakeService service = new FakeService(instance(List.of(seat(ALICE, false))));
    private final Changes changes = new Changes(time.executor());
    private final ServerLink link = new ServerLink(CONFIGURATION, service, changes, time.executor(), new Random(1));

    @Test
    void knowsItsInstanceFromWhatIsSaidAndDone() {
        link();

        service.tell(new PlayersAdded(ID, List.of(BOBS_SEAT)));
        link.ask(new ConnectPlayers("1", ID, List.of(ALICE))).join();
        assertThat(changes.now().waiting()).containsExactly(BOB);
        assertThat(changes.now().instance().state()).isEqualTo(InstanceState.RUNNING);

        link.ask(new RemovePlayers("2", ID, List.of(BOB))).join();
        service.tell(new PlayerLeft(ID, ALICE));
        assertThat(changes.now().instance().players()).isEmpty();
    }

    @Test
    void knowsWhoDidNotWantToComeBack() {
        link();

        service.tell(new ReconnectDeclined(ID, ALICE));

        assertThat(changes.now().player(ALICE)).isEmpty();
        assertThat(changes.now().declined()).containsExactly(ALICE);
    }

    @Test
    void saysOverAndOverThatItIsWell() {
        link();

        time.passes(Duration.ofSeconds(15));

        assertThat(service.asked.stream().filter(KeepAlive.class::isInstance)).hasSize(3);
    }

    @Test
    void linksAgainWithTheNewestTokensAndKnowsWhatItMissed() {
        link();
        service.tell(new Refresh(ID, "next-game", "next-social"));
        service.instance = instance(List.of(seat(ALICE, true), BOBS_SEAT));

        service.drop();
        assertThat(changes.now().isLinked()).isFalse();
        time.passes(Duration.ofMillis(100));

        assertThat(changes.now()).isEqualTo(new GameServer(service.instance, true, null));
        assertThat(service.tokens).containsExactly("first-game", "next-game");
        assertThat(service.asked.getLast()).isInstanceOfSatisfying(Link.class, again -> {
            assertThat(again.host()).isEqualTo("localhost");
            assertThat(again.port()).isEqualTo(7777);
        });
    }

    @Test
    void holdsARequestUntilItIsLinkedAgain() {
        link();
        service.drop();

        var answer = link.ask(new ConnectPlayers("1", ID, List.of(ALICE)));
        assertThat(answer).isNotDone();
        time.passes(Duration.ofMillis(100));

        assertThat(answer).isCompleted();
    }

    @Test
    void triesForAsLongAsTheServiceIsAwayOrStillHoldsTheLostLink() {
        link();
        service.isAway = true;
        service.drop();
        time.passes(Duration.ofSeconds(20));
        service.isAway = false;
        service.refusesLinks = PartnerError.ALREADY_LINKED;
        time.passes(Duration.ofSeconds(20));
        assertThat(changes.now().isLinked()).isFalse();

        service.refusesLinks = null;
        time.passes(Duration.ofSeconds(2));

        assertThat(changes.now().isLinked()).isTrue();
        assertThat(service.tokens).hasSizeBetween(20, 50);
    }

    @Test
    void givesUpInTheEnd() {
        link();
        service.isAway = true;
        service.drop();

        time.passes(Duration.ofMinutes(4));

        assertThat(changes.now().over()).isEqualTo("unreachable");
        assertThat(service.tokens).hasSize(Backoff.LAST_ATTEMPT + 2);
        refusesForGood();
    }

    @Test
    void stopsWhereTheInstanceEndedMeanwhile() {
        link();
        service.refusesLinks = PartnerError.INSTANCE_OVER;
        service.drop();

        time.passes(Duration.ofMinutes(3));

        assertThat(changes.now().over()).isEqualTo("instance_over");
        assertThat(service.tokens).hasSize(2);
    }

    @Test
    void opensNothingAgainOnceItIsToldToStop() {
        link();
        service.tell(new Terminate(ID, "maintenance"));
        service.drop();

        time.passes(Duration.ofMinutes(3));

        assertThat(changes.now().over()).isEqualTo("maintenance");
        assertThat(service.tokens).hasSize(1);
        refusesForGood();
    }

    @Test
    void isOverOnceItHasEndedItself() {
        link();

        link.ask(new End("1", ID, "alice won")).join();
        service.tell(new Terminate(ID, "alice won"));

        assertThat(changes.now().over()).isEqualTo("alice won");
    }

    @Test
    void hasWhatWasAskedAnsweredBeforeItLeaves() {
        link();
        service.drop();
        var answer = link.ask(new ConnectPlayers("1", ID, List.of(ALICE)));

        var left = link.leave("the machine is stopped");
        refusesForGood();
        assertThat(left).isNotDone();
        time.passes(Duration.ofMillis(100));

        assertThat(answer).isCompleted();
        assertThat(left).isCompleted();
        assertThat(service.asked)
                .extracting(request -> (Class) request.getClass())
                .containsExactly(Link.class, Link.class, ConnectPlayers.class, End.class);
        assertThat(changes.now().over()).isEqualTo("the machine is stopped");
        link.close();
        assertThat(service.closedWith()).contains(WebSocket.NORMAL_CLOSURE);
    }

    @Test
    void leavesAnInstanceThatIsOverAlready() {
        link();
        service.refusesEnds = PartnerError.INSTANCE_OVER;

        assertThat(link.leave("too late")).isCompleted();
    }

    @Test
    void saysWhereItLeftWithoutBeingHeard() {
        link();
        service.refusesEnds = PartnerError.UNAVAILABLE;

        assertThat(link.leave("nobody knows"))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        GameServerException.class, e -> assertThat(e.code()).isEqualTo("unavailable"));
    }

    @Test
    void leavesWithoutAWordBeforeItHasLinked() {
        assertThat(link.leave("changed its mind")).isCompleted();

        assertThat(service.asked).isEmpty();
        refusesForGood();
    }

    @Test
    void opensALinkAnewThatTheServiceNoLongerCountsAsLive() {
        link();
        service.refusesKeepAlives = PartnerError.NOT_LINKED;

        time.passes(Duration.ofSeconds(5));
        service.refusesKeepAlives = null;
        time.passes(Duration.ofMillis(100));

        assertThat(changes.now().isLinked()).isTrue();
        assertThat(changes.now().isOver()).isFalse();
        assertThat(service.tokens).hasSize(2);
    }

    @Test
    void stopsWhereAKeepAliveSaysSo() {
        link();
        service.refusesKeepAlives = PartnerError.TOKEN_REVOKED;

        time.passes(Duration.ofSeconds(5));

        assertThat(changes.now().over()).isEqualTo("token_revoked");
    }

    @Test
    void opensNothingAgainBeforeItHasLinkedOrOnceItIsClosed() {
        service.drop();
        refusesForGood();
        time.passes(Duration.ofMinutes(1));
        assertThat(service.tokens).hasSize(1);
    }

    @Test
    void showsTheGameEachChangeOnceAndAgainWhereItAsksForThat() {
        var shown = new ArrayList<Integer>();
        changes.onChange(now -> {
            shown.add(now.instance().players().size());
            if (shown.size() == 2) {
                throw GameServerException.of(PartnerError.CONTENTION);
            }
            if (shown.size() > 2) {
                throw new IllegalStateException("a mistake of the game");
            }
        });
        link();

        service.tell(new PlayersAdded(ID, List.of(BOBS_SEAT)));
        time.passes(Duration.ofSeconds(3));
        service.tell(new PlayersAdded(ID, List.of(BOBS_SEAT)));
        service.tell(new PlayerLeft(ID, ALICE));

        assertThat(shown).containsExactly(1, 2, 2, 1);
    }

    private void link() {
        link.link("localhost", 7777, 16).join();
    }

    private void refusesForGood() {
        assertThatThrownBy(() -> link.ask(new KeepAlive("1", ID)).join())
                .cause()
                .isInstanceOfSatisfying(GameServerException.class, e -> {
                    assertThat(e.code()).isEqualTo(GameServerException.LINK_LOST);
                    assertThat(e.isRetryable()).isFalse();
                });
    }

    private static LinkedInstance instance(List<SeatedPlayer> players) {
        return new LinkedInstance(
                ID,
                new GameId("goldrush"),
                players,
                JsonText.EMPTY_OBJECT,
                5_000,
                3,
                JsonText.EMPTY_OBJECT,
                1,
                InstanceState.LINKED,
                null,
                List.of());
    }

    private static SeatedPlayer seat(PlayerId player, boolean connected) {
        return new SeatedPlayer(player, 0, JsonText.EMPTY_OBJECT, 1, connected);
    }
}
