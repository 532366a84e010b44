package dev.gatehouse.instance.reconnect;

import static dev.gatehouse.instance.life.InstanceExamples.ADDRESS;
import static dev.gatehouse.instance.life.InstanceExamples.ALICE;
import static dev.gatehouse.instance.life.InstanceExamples.BOB;
import static dev.gatehouse.instance.life.InstanceExamples.DEADLINES;
import static dev.gatehouse.instance.life.InstanceExamples.GAME;
import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static dev.gatehouse.instance.life.InstanceExamples.NOW;
import static dev.gatehouse.model.protocol.ServerMessage.InstanceEvent.ADDED;
import static dev.gatehouse.model.protocol.ServerMessage.InstanceEvent.HOST_DETAILS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.effect.PlayerNews;
import dev.gatehouse.instance.life.InMemoryInstanceStore;
import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.LifeEvent;
import dev.gatehouse.instance.life.LifeEvent.EndRequested;
import dev.gatehouse.instance.life.LifeEvent.PlayersConnected;
import dev.gatehouse.instance.life.LifeEvent.PlayersRemoved;
import dev.gatehouse.instance.life.LifeEvent.PresenceChanged;
import dev.gatehouse.instance.life.NoEffects;
import dev.gatehouse.instance.life.Receipts;
import dev.gatehouse.instance.token.TestTokens;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.ReconnectPolicy;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReturnsTest {

    private final TestTime time = new TestTime(NOW);
    private final InMemoryInstanceStore store = new InMemoryInstanceStore();
    private final InstanceLife life =
            new InstanceLife(store, new NoEffects(), new Receipts(time), DEADLINES, time, Runnable::run);
    private final AtomicInteger ids = new AtomicInteger();
    private final Returns returns =
            new Returns(store, life, new PlayerNews(TestTokens.withIds(() -> "token-" + ids.incrementAndGet()), time));

    @Test
    @DisplayName("3.4 (16) whoever comes back hears where the game runs, each time with a ticket of its own")
    void tellsWhereTheGameRuns() {
        isIn(InstanceState.RUNNING);
        happens(new PlayersConnected(List.of(ALICE)));

        var news = heardBy(ALICE);

        assertThat(events(news)).containsExactly(ADDED, HOST_DETAILS);
        var host = news.getLast();
        assertThat(host.instanceId()).isEqualTo(ID);
        assertThat(host.host()).isEqualTo(ADDRESS.host());
        assertThat(host.port()).isEqualTo(ADDRESS.port());
        assertThat(Objects.requireNonNull(host.ticket()))
                .isNotEqualTo(heardBy(ALICE).getLast().ticket());
    }

    @Test
    void tellsNobodyToGoWhereTheServerHasNotTakenThePlayer() {
        isIn(InstanceState.RUNNING);
        happens(new PlayersConnected(List.of(BOB)));

        assertThat(events(heardBy(ALICE))).containsExactly(ADDED);
    }

    @Test
    void tellsOfAnInstanceThatHasNoServerYet() {
        isIn(InstanceState.ALLOCATING);

        assertThat(events(heardBy(ALICE))).containsExactly(ADDED);
    }

    @Test
    @DisplayName("3.4 (16) of what is over, and of what one was removed from, nothing is told")
    void tellsNothingOfWhatIsOver() {
        isIn(InstanceState.RUNNING);
        happens(new PlayersConnected(List.of(ALICE, BOB)));

        happens(new PlayersRemoved(List.of(BOB)));
        assertThat(heardBy(BOB)).isEmpty();
        happens(new EndRequested("done"));
        assertThat(heardBy(ALICE)).isEmpty();
        assertThat(heardBy(new PlayerId("stranger"))).isEmpty();
    }

    @Test
    @DisplayName("3.4 (16) whoever may come back is asked first, and hears where to go once it wants to know")
    void asksWhoMayComeBack() {
        aliceWasIn(ReconnectPolicy.OPTIONAL);

        assertThat(heardBy(ALICE)).singleElement().satisfies(news -> {
            assertThat(news.event()).isEqualTo(ADDED);
            assertThat(news.details().text()).contains("\"reconnect\":\"optional\"");
        });
        assertThat(events(heardBy(ALICE))).containsExactly(ADDED);
        assertThat(events(heardBy(BOB))).containsExactly(ADDED, HOST_DETAILS);
    }

    @Test
    @DisplayName("3.4 (16) where reconnecting is off, whoever comes back has no seat any more")
    void tellsNothingToWhoMayNotComeBack() {
        aliceWasIn(ReconnectPolicy.OFF);

        assertThat(heardBy(ALICE)).isEmpty();
        assertThat(store.load(ID).orElseThrow().instance().seat(ALICE)).isEmpty();
        assertThat(events(heardBy(BOB))).containsExactly(ADDED, HOST_DETAILS);
    }

    @ParameterizedTest
    @EnumSource
    void takesNothingFromWhoComesBesideAnotherSession(ReconnectPolicy policy) {
        aliceWasIn(policy);

        var news = returns.of(new PlayerKey(GAME, ALICE), false);

        assertThat(events(news)).containsExactly(ADDED, HOST_DETAILS);
    }

    /// Both were taken, and alice was let in.
    private void aliceWasIn(ReconnectPolicy policy) {
        var running = InstanceExamples.withPolicy(InstanceExamples.in(InstanceState.RUNNING), policy);
        store.create(running, Duration.ZERO, Duration.ZERO);
        happens(new PlayersConnected(List.of(ALICE, BOB)));
        happens(new PresenceChanged(ALICE, true));
    }

    private void isIn(InstanceState state) {
        store.create(InstanceExamples.in(state), Duration.ZERO, Duration.ZERO);
    }

    private void happens(LifeEvent event) {
        assertThat(life.apply(ID, event)).isInstanceOf(InstanceLife.Result.Done.class);
    }

    private List<GameInstance> heardBy(PlayerId player) {
        return returns.of(new PlayerKey(GAME, player), true);
    }

    private static List<InstanceEvent> events(List<GameInstance> news) {
        return news.stream().map(GameInstance::event).toList();
    }
}
