package dev.gatehouse.session.player.owner;

import static dev.gatehouse.model.protocol.ServerMessage.InstanceEvent.ADDED;
import static dev.gatehouse.model.protocol.ServerMessage.InstanceEvent.ENDED;
import static dev.gatehouse.model.protocol.ServerMessage.InstanceEvent.HOST_DETAILS;
import static dev.gatehouse.model.protocol.ServerMessage.InstanceEvent.REMOVED;
import static dev.gatehouse.session.player.bench.PlayersBench.SELF;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.model.protocol.ServerMessage.Rewind;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.session.player.answer.AttachAnswer;
import dev.gatehouse.session.player.answer.DeliveryAnswer;
import dev.gatehouse.session.player.bench.BenchClient;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What becomes of news of game instances that a node has taken for a session, and that its client has not heard.
class NewsLossTest {

    private final PlayersBench first = new PlayersBench();
    private final PlayersBench second = first.another("session-2");
    private final BenchClient alice = first.attach("alice", "s-1");

    @Test
    @DisplayName("a session whose node is gone hears again of the instances that its player is in")
    void asksAnewWhereTheNodeIsGone() {
        first.deliver("alice", news("gi-1", ADDED));
        second.news.keepsThemWaiting();

        var after = second.carryOn(SELF, "alice", "s-1");
        assertThat(newsTo(after)).isEmpty();
        second.news.next().complete(List.of(news("gi-1", ADDED), news("gi-1", HOST_DETAILS)));
        second.turns();

        assertThat(newsTo(after)).containsExactly(news("gi-1", ADDED), news("gi-1", HOST_DETAILS));
        assertThat(second.news.asked()).containsExactly("alice has come beside another");
    }

    @Test
    @DisplayName("a session whose link broke, and that lost what was on its way, hears again of its player's instances")
    void asksAnewWhereTheLinkBroke() {
        first.deliver("alice", news("gi-1", ADDED));
        first.news.keepsThemWaiting();

        var after = first.carryOn(null, "alice", "s-1");
        first.news.next().complete(List.of(news("gi-1", ADDED)));
        first.turns();

        assertThat(newsTo(after)).containsExactly(news("gi-1", ADDED));
    }

    @Test
    void asksAgainForASessionThatGoesOnWhereNobodyAnswers() {
        second.news.keepsThemWaiting();
        var after = second.carryOn(SELF, "alice", "s-1");
        second.news.next().completeExceptionally(new IllegalStateException("nobody answers"));
        second.turns();

        second.passes(Duration.ofSeconds(1));
        second.news.next().complete(List.of(news("gi-1", ADDED)));
        second.turns();

        assertThat(newsTo(after)).containsExactly(news("gi-1", ADDED));
    }

    @Test
    void tellsWhatIsSoOnceWhereTheLinkBreaksWhileItAsks() {
        first.news.keepsThemWaiting();
        first.carryOn(null, "alice", "s-1");
        var after = first.carryOn(null, "alice", "s-1");

        first.news.next().complete(List.of(news("gi-1", ADDED)));
        first.news.next().complete(List.of(news("gi-2", ADDED)));
        first.turns();

        assertThat(newsTo(after)).containsExactly(news("gi-2", ADDED));
    }

    @Test
    @DisplayName("a session whose node is gone hears of an end that the node had taken")
    void tellsOfAnEndAgainWhereTheNodeIsGone() {
        first.deliver("alice", news("gi-1", ADDED));
        first.deliver("alice", news("gi-2", ADDED));
        assertThat(first.deliver("alice", news("gi-1", ENDED))).isEqualTo(new DeliveryAnswer.Delivered(true));
        assertThat(first.deliver("alice", news("gi-2", REMOVED))).isEqualTo(new DeliveryAnswer.Delivered(true));

        var after = second.carryOn(SELF, "alice", "s-1");

        assertThat(newsTo(after)).containsExactly(news("gi-1", ENDED), news("gi-2", REMOVED));
    }

    @Test
    void tellsOfAnEndAgainWhereTheNextNodeIsGoneAsWell() {
        first.deliver("alice", news("gi-1", ENDED));
        second.carryOn(SELF, "alice", "s-1");
        var third = first.another("session-3");

        var last = third.carryOn(second.self(), "alice", "s-1");

        assertThat(newsTo(last)).containsExactly(news("gi-1", ENDED));
    }

    @Test
    void tellsOfAnEndAgainWhereTheLinkBroke() {
        first.deliver("alice", news("gi-1", ENDED));

        var after = first.carryOn(null, "alice", "s-1");

        assertThat(newsTo(after)).containsExactly(news("gi-1", ENDED));
    }

    @Test
    void tellsNothingOfAnEndThatWasHeard() {
        first.deliver("alice", news("gi-1", ENDED));
        alice.acknowledges(1);
        first.passes(Duration.ofSeconds(1));

        var after = second.carryOn(SELF, "alice", "s-1");

        assertThat(newsTo(after)).isEmpty();
    }

    @Test
    void tellsNothingOfAnEndThatIsOver() {
        first.deliver("alice", news("gi-1", REMOVED));
        first.deliver("alice", news("gi-1", ADDED));
        first.passes(Duration.ofSeconds(1));

        var after = second.carryOn(SELF, "alice", "s-1");

        assertThat(newsTo(after)).isEmpty();
    }

    @Test
    @DisplayName("nobody says that an end was heard before the next node would know it")
    void saysThatAnEndWasHeardOnceItIsStored() {
        first.registry.sessions().holds();
        var answer = first.players.deliver(PlayersBench.player("alice"), news("gi-1", ENDED));
        first.turns();
        assertThat(newsTo(alice)).containsExactly(news("gi-1", ENDED));
        assertThat(answer.toCompletableFuture()).isNotDone();

        first.registry.sessions().answers();
        first.turns();

        assertThat(answer.toCompletableFuture()).isCompletedWithValue(new DeliveryAnswer.Delivered(true));
    }

    @Test
    void doesNotSayThatAnEndWasHeardWhereThePlayerIsAnothersByNow() {
        second.carryOn(SELF, "alice", "s-1");

        assertThat(first.deliver("alice", news("gi-1", ENDED))).isEqualTo(new DeliveryAnswer.Unavailable());
    }

    @Test
    void tellsOfAnEndOnceWhereTheSessionMovesWhole() {
        first.deliver("alice", news("gi-1", ENDED));
        var departure = departs();

        var after = second.carryOn(null, "alice", "s-1");

        assertThat(departure).isTrue();
        assertThat(after.answer()).isEqualTo(new AttachAnswer.Attached(ByteString.EMPTY));
        assertThat(newsTo(after)).isEmpty();
        assertThat(newsTo(alice)).containsExactly(news("gi-1", ENDED));
    }

    @Test
    @DisplayName(
            "a session that moves before it was told of its player's instances is rewound, and hears of them there")
    void asksAgainWhereTheSessionMovesBeforeItWasTold() {
        first.news.keepsThemWaiting();
        var bert = first.attach("bert", "b-1");
        departs();
        first.players.held(PlayersBench.player("bert"), new SessionId("b-1"));
        first.turns();
        assertThat(bert.line.isGivenBack()).isTrue();

        var after = second.carryOn(null, "bert", "b-1");

        assertThat(after.rewind()).isEqualTo(new Rewind(2, 0, true));
        assertThat(second.news.asked()).containsExactly("bert has come beside another");
    }

    private boolean departs() {
        var done = first.players.departAll();
        first.turns();
        first.players.held(PlayersBench.player("alice"), new SessionId("s-1"));
        first.turns();
        return done.toCompletableFuture().isDone();
    }

    private static List<GameInstance> newsTo(BenchClient client) {
        return client.line.messages().stream()
                .filter(GameInstance.class::isInstance)
                .map(GameInstance.class::cast)
                .toList();
    }

    private static GameInstance news(String instance, InstanceEvent event) {
        return new GameInstance(event, new InstanceId(instance), null, null, null, JsonText.EMPTY_OBJECT);
    }
}
