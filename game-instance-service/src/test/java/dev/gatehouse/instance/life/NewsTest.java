package dev.gatehouse.instance.life;

import static dev.gatehouse.instance.life.InstanceExamples.ADDRESS;
import static dev.gatehouse.instance.life.InstanceExamples.ALICE;
import static dev.gatehouse.instance.life.InstanceExamples.BOB;
import static dev.gatehouse.instance.life.InstanceExamples.DEADLINES;
import static dev.gatehouse.instance.life.InstanceExamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.LifeEffect.SendHostDetails;
import dev.gatehouse.instance.life.LifeEffect.TellPlayers;
import dev.gatehouse.instance.life.LifeEvent.DataUpdated;
import dev.gatehouse.instance.life.LifeEvent.EndRequested;
import dev.gatehouse.instance.life.LifeEvent.NewsHeard;
import dev.gatehouse.instance.life.LifeEvent.NewsOverdue;
import dev.gatehouse.instance.life.LifeEvent.PlayersAdded;
import dev.gatehouse.instance.life.LifeEvent.PlayersConnected;
import dev.gatehouse.instance.life.LifeEvent.PlayersRemoved;
import dev.gatehouse.instance.life.LifeEvent.PresenceChanged;
import dev.gatehouse.instance.life.LifeEvent.Released;
import dev.gatehouse.instance.life.Outcome.Changed;
import dev.gatehouse.instance.life.Outcome.Unchanged;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.OwedNews;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NewsTest {

    private static final PlayerId CAROL = new PlayerId("carol");
    private static final List<InstancePlayer> JUST_CAROL = List.of(new InstancePlayer(CAROL, 1));

    private final InstanceRecord running = InstanceExamples.in(InstanceState.RUNNING);

    @Test
    @DisplayName("what players are about to be told is in the instance with the change, until it was heard")
    void owesWhatAChangeHasPlayersTold() {
        var added = next(running, new PlayersAdded(JUST_CAROL));
        assertThat(owed(added)).containsExactly("carol ADDED");

        var heard = next(added, new NewsHeard(added.owed()));

        assertThat(owed(heard)).isEmpty();
        assertThat(heard.lastTouch()).isEqualTo(added.lastTouch());
        assertThat(Instances.step(heard, new NewsHeard(added.owed()), NOW)).isEqualTo(new Unchanged());
    }

    @Test
    void owesEachKindOfNews() {
        var linked = InstanceExamples.in(InstanceState.LINKED);
        assertThat(owed(next(linked, new PlayersConnected(List.of(ALICE, ALICE)))))
                .containsExactly("alice HOST_DETAILS");
        assertThat(owed(next(running, new PlayersRemoved(List.of(BOB))))).containsExactly("bob REMOVED");
        assertThat(owed(next(running, updated()))).containsExactly("alice UPDATED", "bob UPDATED");
        assertThat(owed(next(running, new EndRequested("done")))).containsExactly("alice ENDED", "bob ENDED");
        assertThat(next(running, new EndRequested("done")).owed().getFirst().why())
                .isEqualTo("done");
    }

    @Test
    @DisplayName("only what is still so is told again: the last news of a player take the place of those before")
    void owesOnlyWhatIsStillSo() {
        var added = next(running, new PlayersAdded(JUST_CAROL));
        var connected = next(added, new PlayersConnected(List.of(CAROL)));
        var again = next(next(connected, updated()), new PlayersConnected(List.of(CAROL)));
        assertThat(owedTo(CAROL, again)).containsExactly("ADDED", "UPDATED", "HOST_DETAILS");

        var removed = next(again, new PlayersRemoved(List.of(CAROL)));
        assertThat(owedTo(CAROL, removed)).containsExactly("REMOVED");

        var back = next(removed, new PlayersAdded(JUST_CAROL));
        assertThat(owedTo(CAROL, back)).containsExactly("ADDED");

        assertThat(owedTo(CAROL, next(back, new EndRequested("done")))).containsExactly("ENDED");
    }

    @Test
    void stillOwesWhoWasRemovedOnceItIsOver() {
        var removed = next(running, new PlayersRemoved(List.of(BOB)));

        var ended = next(removed, new EndRequested("done"));

        assertThat(owed(ended)).containsExactly("bob REMOVED", "alice ENDED");
        assertThat(Instances.leftOf(ended))
                .contains(
                        new TellPlayers(InstanceEvent.ENDED, List.of(ALICE), "done"),
                        new TellPlayers(InstanceEvent.REMOVED, List.of(BOB), ""));
    }

    @Test
    void takesWhoKnowsWhereToGoForOneWhoKnowsThatItBelongs() {
        var connected = next(next(running, new PlayersAdded(JUST_CAROL)), new PlayersConnected(List.of(CAROL)));
        var where = connected.owed().getLast();

        assertThat(owed(next(connected, new NewsHeard(List.of(where))))).isEmpty();
        assertThat(owed(next(connected, new NewsHeard(List.of(connected.owed().getFirst())))))
                .containsExactly("carol HOST_DETAILS");
    }

    @Test
    void owesNoWayToWhoIsInTheGame() {
        var connected = next(next(running, new PlayersAdded(JUST_CAROL)), new PlayersConnected(List.of(CAROL)));

        var inside = next(next(connected, updated()), new PresenceChanged(CAROL, true));

        assertThat(owedTo(CAROL, inside)).containsExactly("UPDATED");
    }

    @Test
    @DisplayName("a receipt of earlier news is none of the same news that came up since")
    void takesNoReceiptForAnother() {
        var first = next(running, updated());

        var second = next(first, updated(), NOW.plusMillis(1));

        assertThat(Instances.step(second, new NewsHeard(first.owed()), NOW)).isEqualTo(new Unchanged());
        assertThat(owed(second)).containsExactly("alice UPDATED", "bob UPDATED");
    }

    @Test
    @DisplayName("news that were heard after those that took their place are set right")
    void tellsTheLastOnceMoreWhereTheOrderIsNotKnown() {
        var added = next(running, new PlayersAdded(JUST_CAROL));
        var removed = next(added, new PlayersRemoved(List.of(CAROL)));
        var settled = next(removed, new NewsHeard(removed.owed()));

        var late = next(settled, new NewsHeard(added.owed()));
        assertThat(owed(late)).containsExactly("carol REMOVED");
        assertThat(late.owed().getFirst().isDue(NOW)).isTrue();

        var back = next(settled, new PlayersAdded(JUST_CAROL));
        var told = next(back, new NewsHeard(back.owed()));
        assertThat(owed(next(told, new NewsHeard(removed.owed())))).containsExactly("carol ADDED");

        var connected = next(told, new PlayersConnected(List.of(CAROL)));
        var knows = next(connected, new NewsHeard(connected.owed()));
        assertThat(owed(next(knows, new NewsHeard(removed.owed())))).containsExactly("carol HOST_DETAILS");
        // That something else has changed does not say that the player belongs.
        var changed = next(knows, updated());
        assertThat(owedTo(CAROL, next(changed, new NewsHeard(removed.owed())))).contains("HOST_DETAILS");

        var ended = next(told, new EndRequested("done"));
        var over = next(ended, new NewsHeard(ended.owed()));
        assertThat(owed(next(over, new NewsHeard(back.owed())))).containsExactly("carol ENDED");
        // What waits to be told anyway need not be set right.
        assertThat(Instances.step(ended, new NewsHeard(back.owed()), NOW)).isEqualTo(new Unchanged());
    }

    @Test
    @DisplayName("who heard last that it belongs hears once more where to go, unless it is there")
    void tellsOnceMoreWhereToGoWhereAddedCameLast() {
        var added = next(running, new PlayersAdded(JUST_CAROL));
        var connected = next(added, new PlayersConnected(List.of(CAROL)));
        var hostDetails = connected.owed().stream()
                .filter(news -> news.event() == InstanceEvent.HOST_DETAILS)
                .toList();
        var knows = next(connected, new NewsHeard(hostDetails));
        assertThat(owed(knows)).isEmpty();

        assertThat(owed(next(knows, new NewsHeard(added.owed())))).containsExactly("carol HOST_DETAILS");
        var inside = next(knows, new PresenceChanged(CAROL, true));
        assertThat(Instances.step(inside, new NewsHeard(added.owed()), NOW)).isEqualTo(new Unchanged());
    }

    @Test
    @DisplayName("what nobody is known to have heard is told again, with growing pauses, and not for ever")
    void tellsAgain() {
        var now = next(next(running, new PlayersAdded(JUST_CAROL)), new PlayersConnected(List.of(CAROL)));
        assertThat(Instances.step(now, new NewsOverdue(), NOW.plusSeconds(4))).isEqualTo(new Unchanged());

        for (long seconds : List.of(5, 10, 20, 40, 80, 140, 200)) {
            var at = NOW.plusSeconds(seconds);
            assertThat(DEADLINES.due(now, true, at.minusMillis(1)))
                    .as("before %d s", seconds)
                    .isEmpty();
            assertThat(DEADLINES.due(now, true, at)).as("at %d s", seconds).contains(new NewsOverdue());
            assertThat(Instances.step(now, new NewsOverdue(), at))
                    .isInstanceOfSatisfying(
                            Changed.class,
                            changed -> assertThat(changed.effects())
                                    .containsExactly(
                                            new TellPlayers(InstanceEvent.ADDED, List.of(CAROL), ""),
                                            new SendHostDetails(List.of(CAROL), ADDRESS)));
            now = next(now, new NewsOverdue(), at);
        }
        assertThat(owed(now)).containsExactly("carol ADDED", "carol HOST_DETAILS");

        var last = Instances.step(now, new NewsOverdue(), NOW.plus(News.GIVEN_UP_AFTER));
        assertThat(last).isInstanceOfSatisfying(Changed.class, changed -> {
            assertThat(changed.effects()).isEmpty();
            assertThat(owed(changed.next())).isEmpty();
        });
    }

    @Test
    @DisplayName("an instance that is over is looked at until its players have heard so, and no longer")
    void looksAtWhatIsOverUntilItWasHeard() {
        var ended = next(running, new EndRequested("done"));
        assertThat(DEADLINES.due(ended, true, NOW.plusSeconds(60))).isEmpty();

        var released = next(ended, new Released());
        assertThat(DEADLINES.lookIn(released, NOW)).contains(News.FIRST_PAUSE);
        assertThat(DEADLINES.due(released, true, NOW.plus(News.FIRST_PAUSE))).contains(new NewsOverdue());

        var settled = next(released, new NewsHeard(released.owed()));
        assertThat(DEADLINES.lookIn(settled, NOW)).isEmpty();
        assertThat(DEADLINES.due(settled, true, NOW.plus(Duration.ofDays(2)))).isEmpty();
    }

    @Test
    void looksNoLaterThanSomethingIsToBeToldAgain() {
        var owing = next(InstanceExamples.in(InstanceState.ALLOCATING), new PlayersAdded(JUST_CAROL));

        assertThat(DEADLINES.lookIn(owing, NOW)).contains(News.FIRST_PAUSE);
        assertThat(DEADLINES.lookIn(owing, NOW.plusSeconds(9))).contains(Duration.ZERO);
    }

    @Test
    void owesOnlySoManyWhoAreGone() {
        var crowd = IntStream.rangeClosed(0, News.MAX_OF_THE_GONE)
                .mapToObj(i -> new PlayerId("player-" + i))
                .toList();
        var now = running;
        for (PlayerId player : crowd) {
            now = next(now, new PlayersAdded(List.of(new InstancePlayer(player, 0))));
            now = next(now, new PlayersRemoved(List.of(player)));
        }

        assertThat(now.owed().stream().map(OwedNews::player))
                .hasSize(News.MAX_OF_THE_GONE)
                .doesNotContain(crowd.getFirst())
                .contains(crowd.getLast());
    }

    private static LifeEvent updated() {
        return new DataUpdated(new DataChange(null, new JsonText("{\"round\":2}"), null, List.of()));
    }

    private static List<String> owed(InstanceRecord instance) {
        return instance.owed().stream()
                .map(news -> news.player() + " " + news.event())
                .toList();
    }

    private static List<String> owedTo(PlayerId player, InstanceRecord instance) {
        return instance.owed().stream()
                .filter(news -> news.player().equals(player))
                .map(news -> news.event().name())
                .toList();
    }

    private static InstanceRecord next(InstanceRecord now, LifeEvent event) {
        return next(now, event, NOW);
    }

    private static InstanceRecord next(InstanceRecord now, LifeEvent event, Instant at) {
        return Optional.of(Instances.step(now, event, at))
                .filter(Changed.class::isInstance)
                .map(Changed.class::cast)
                .orElseThrow()
                .next();
    }
}
