package dev.gatehouse.instance.partner;

import static dev.gatehouse.instance.life.InstanceExamples.ALICE;
import static dev.gatehouse.instance.life.InstanceExamples.BOB;
import static dev.gatehouse.instance.life.InstanceExamples.DEADLINES;
import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.DataChange;
import dev.gatehouse.instance.life.InMemoryInstanceStore;
import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.instance.life.LifeEvent;
import dev.gatehouse.instance.life.LifeEvent.DataUpdated;
import dev.gatehouse.instance.life.LifeEvent.DrainRequested;
import dev.gatehouse.instance.life.LifeEvent.PlayerReturned;
import dev.gatehouse.instance.life.LifeEvent.PlayersAdded;
import dev.gatehouse.instance.life.LifeEvent.PlayersRemoved;
import dev.gatehouse.instance.life.LifeEvent.PresenceChanged;
import dev.gatehouse.instance.token.PartnerTokens.Pair;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.GameServerNotice;
import dev.gatehouse.model.partner.GameServerNotice.Drain;
import dev.gatehouse.model.partner.GameServerNotice.PlayerLeft;
import dev.gatehouse.model.partner.GameServerNotice.ReconnectDeclined;
import dev.gatehouse.model.partner.GameServerNotice.Updated;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.GameServerRequest.ConnectPlayers;
import dev.gatehouse.model.partner.GameServerRequest.RemovePlayers;
import dev.gatehouse.model.partner.GameServerRequest.UpdateInstance;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.LinkedInstance;
import dev.gatehouse.model.partner.PlayerWrite;
import dev.gatehouse.model.partner.SeatedPlayer;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkNoticesTest {

    private static final PlayerId CAROL = new PlayerId("carol");
    private static final SeatedPlayer CAROLS_SEAT = new SeatedPlayer(CAROL, 1, JsonText.EMPTY_OBJECT, 1, false);
    private static final LifeEvent CAROL_ADDED = new PlayersAdded(List.of(new InstancePlayer(CAROL, 1)));
    private static final JsonText ONE = new JsonText("1");
    private static final JsonText TWO = new JsonText("2");

    private final TestTime time = new TestTime(InstanceExamples.NOW);
    private final InMemoryInstanceStore store = new InMemoryInstanceStore();
    private final OneLinkEach claims = new OneLinkEach(store);
    private final PartnerNode here = new PartnerNode(store, claims, time);
    private final PartnerNode elsewhere = new PartnerNode(store, claims, time);
    private final Pair pair = here.allocated();

    @Test
    @DisplayName("3.4 (16) a server hears who does not want to come back, and not only that the player has left")
    void tellsWhoDoesNotWantToComeBack() {
        var link = here.link("here/1", pair);
        elsewhere.apply(new PresenceChanged(BOB, true));
        elsewhere.apply(new PlayerReturned(BOB));
        time.passes(PartnerNode.EVERY);
        assertThat(link.heard()).isEmpty();

        elsewhere.apply(new LifeEvent.ReconnectDeclined(BOB));
        time.passes(PartnerNode.EVERY);

        assertThat(link.heard()).containsExactly(new ReconnectDeclined(ID, BOB));
        assertKnowsAll(link);
    }

    @Test
    void tellsWhoIsInAgainAfterAll() {
        var link = here.link("here/1", pair);
        elsewhere.apply(new PresenceChanged(BOB, true));
        elsewhere.apply(new PlayerReturned(BOB));
        elsewhere.apply(new LifeEvent.ReconnectDeclined(BOB));
        time.passes(PartnerNode.EVERY);

        elsewhere.apply(new PlayersAdded(List.of(new InstancePlayer(BOB, 1))));
        elsewhere.apply(new PlayersRemoved(List.of(BOB)));
        time.passes(PartnerNode.EVERY);

        assertThat(link.heard()).containsExactly(new ReconnectDeclined(ID, BOB), new PlayerLeft(ID, BOB));
        assertKnowsAll(link);
    }

    @Test
    void tellsWhatWasDoneOnAnotherNode() {
        var link = here.link("here/1", pair);

        elsewhere.apply(CAROL_ADDED);
        elsewhere.apply(new PlayersRemoved(List.of(BOB)));
        assertThat(link.heard()).isEmpty();
        time.passes(PartnerNode.EVERY);

        assertThat(link.heard()).containsExactly(new PlayerLeft(ID, BOB), added(CAROLS_SEAT));
        assertKnowsAll(link);
    }

    @Test
    void tellsWhoHasAnotherSeatWithOtherDataOfAsManyChanges() {
        var link = here.link("here/1", pair);

        elsewhere.apply(new PlayersRemoved(List.of(BOB)));
        elsewhere.apply(new PlayersAdded(List.of(new InstancePlayer(BOB, 1, ONE))));
        time.passes(PartnerNode.EVERY);

        assertThat(link.heard()).hasSize(1);
        assertKnowsAll(link);
    }

    @Test
    void tellsThatItDrainsWhoeverSaidSo() {
        var link = here.link("here/1", pair);

        elsewhere.apply(new DrainRequested(Duration.ofMinutes(5)));
        var by = time.instant().plus(Duration.ofMinutes(5)).toEpochMilli();
        time.passes(PartnerNode.EVERY);
        here.ask(link, new GameServerRequest.Drain("2", ID, 60_000));

        assertThat(link.heard())
                .containsExactly(
                        new Drain(ID, by),
                        new Drain(ID, time.instant().plus(Duration.ofMinutes(1)).toEpochMilli()));
        assertKnowsAll(link);
    }

    @Test
    void tellsAtOnceWhatWasDoneOnItsOwnNode() {
        var link = here.link("here/1", pair);

        here.apply(CAROL_ADDED);
        here.apply(new DataUpdated(new DataChange(null, ONE, null, List.of(new PlayerWrite(CAROL, TWO, null)))));

        assertThat(link.heard())
                .containsExactly(
                        added(CAROLS_SEAT),
                        new Updated(
                                ID,
                                InstanceState.LINKED,
                                JsonText.EMPTY_OBJECT,
                                ONE,
                                2,
                                List.of(new SeatedPlayer(CAROL, 1, TWO, 2, false))));
    }

    @Test
    void tellsEverythingOnce() {
        var link = here.link("here/1", pair);
        elsewhere.apply(CAROL_ADDED);

        time.passes(PartnerNode.EVERY);
        elsewhere.apply(new PresenceChanged(ALICE, true));
        time.passes(Duration.ofSeconds(10));

        assertThat(link.heard()).hasSize(1);
    }

    @Test
    void tellsAServerNothingOfWhatItDoesItself() {
        var link = here.link("here/1", pair);

        here.ask(link, new ConnectPlayers("2", ID, List.of(ALICE, BOB)));
        here.ask(link, new RemovePlayers("3", ID, List.of(BOB)));
        here.ask(link, update(List.of(new PlayerWrite(ALICE, TWO, null))));
        time.passes(Duration.ofSeconds(10));

        assertThat(link.heard()).isEmpty();
        assertKnowsAll(link);
    }

    @Test
    void tellsAServerWhatSomebodyElseWroteBeforeIt() {
        var link = here.link("here/1", pair);
        elsewhere.apply(new DataUpdated(new DataChange(null, TWO, null, List.of(new PlayerWrite(ALICE, ONE, null)))));

        here.ask(link, update(List.of(new PlayerWrite(ALICE, TWO, null))));

        assertThat(link.heard())
                .containsExactly(new Updated(
                        ID, InstanceState.LINKED, ONE, TWO, 3, List.of(new SeatedPlayer(ALICE, 0, TWO, 3, false))));
        assertKnowsAll(link);
    }

    @Test
    void takesAPlayerWhoIsBackForANewOne() {
        var link = here.link("here/1", pair);
        here.ask(link, new ConnectPlayers("2", ID, List.of(BOB)));

        elsewhere.apply(new PlayersRemoved(List.of(BOB)));
        elsewhere.apply(new PlayersAdded(List.of(new InstancePlayer(BOB, 1))));
        time.passes(PartnerNode.EVERY);

        assertThat(link.heard())
                .containsExactly(
                        new PlayerLeft(ID, BOB), added(new SeatedPlayer(BOB, 1, JsonText.EMPTY_OBJECT, 2, false)));
    }

    @Test
    void answersANewLinkWithAllThatTheServerMissed() {
        var lost = here.link("here/1", pair);
        here.ask(lost, new ConnectPlayers("2", ID, List.of(ALICE)));
        here.drop(lost);
        elsewhere.apply(CAROL_ADDED);

        var back = elsewhere.link("elsewhere/1", pair);
        time.passes(Duration.ofSeconds(10));

        assertThat(back.view().players())
                .containsExactly(
                        new SeatedPlayer(ALICE, 0, JsonText.EMPTY_OBJECT, 1, true),
                        new SeatedPlayer(BOB, 1, JsonText.EMPTY_OBJECT, 1, false),
                        CAROLS_SEAT);
        assertThat(back.view().state()).isEqualTo(InstanceState.RUNNING);
        assertThat(back.heard()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesInTheEndWhateverBothSidesDo(long seed) {
        var random = new Random(seed);
        var link = here.link("here/1", pair);

        for (int step = 0; step < 200; step++) {
            int number = random.nextInt(6);
            var player = new PlayerId("player-" + random.nextInt(5));
            switch (random.nextInt(7)) {
                case 0 -> elsewhere.apply(new PlayersAdded(List.of(new InstancePlayer(player, number))));
                case 1 -> elsewhere.apply(new PlayersRemoved(List.of(player)));
                case 2 -> here.apply(new PlayersAdded(List.of(new InstancePlayer(player, number))));
                case 3 -> elsewhere.apply(new DataUpdated(change(number)));
                case 4 -> here.ask(link, new RemovePlayers("1", ID, List.of(player)));
                case 5 -> here.ask(link, ownUpdate(number));
                default -> time.passes(Duration.ofMillis(random.nextInt(500)));
            }
            takeAll(link);
        }
        time.passes(PartnerNode.EVERY);

        assertKnowsAll(link);
    }

    /// What a server does that takes whoever is added.
    private void takeAll(TestSocket link) {
        var seated = seated();
        var waiting = new ArrayList<PlayerId>();
        for (SeatedPlayer seat : link.view().players()) {
            if (!seat.connected() && seated.contains(seat.playerId())) {
                waiting.add(seat.playerId());
            }
        }
        if (!waiting.isEmpty()) {
            here.ask(link, new ConnectPlayers("1", ID, waiting));
        }
    }

    private DataChange change(int number) {
        var players = seated().stream()
                .limit(number % 3)
                .map(player -> new PlayerWrite(player, new JsonText("\"by others " + number + "\""), null))
                .toList();
        return new DataChange(null, new JsonText("\"by others " + number + "\""), null, players);
    }

    private GameServerRequest ownUpdate(int number) {
        var players = seated().stream()
                .limit(number % 3)
                .map(player -> new PlayerWrite(player, new JsonText("\"by itself " + number + "\""), null))
                .toList();
        return new UpdateInstance("1", ID, new JsonText("\"by itself " + number + "\""), null, null, players);
    }

    private List<PlayerId> seated() {
        return now().players().stream().map(SeatedPlayer::playerId).toList();
    }

    private static UpdateInstance update(List<PlayerWrite> players) {
        return new UpdateInstance("4", ID, ONE, null, null, players);
    }

    private static GameServerNotice added(SeatedPlayer player) {
        return new GameServerNotice.PlayersAdded(ID, List.of(player));
    }

    private void assertKnowsAll(TestSocket link) {
        assertThat(link.view()).isEqualTo(now());
    }

    private LinkedInstance now() {
        return LinkedInstances.of(store.load(ID).orElseThrow().instance(), DEADLINES);
    }
}
