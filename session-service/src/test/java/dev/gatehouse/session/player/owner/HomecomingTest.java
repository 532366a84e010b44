package dev.gatehouse.session.player.owner;

import static dev.gatehouse.model.protocol.ServerMessage.InstanceEvent.ADDED;
import static dev.gatehouse.model.protocol.ServerMessage.InstanceEvent.ENDED;
import static dev.gatehouse.model.protocol.ServerMessage.InstanceEvent.HOST_DETAILS;
import static dev.gatehouse.model.protocol.ServerMessage.InstanceEvent.REMOVED;
import static dev.gatehouse.model.protocol.ServerMessage.InstanceEvent.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.session.player.bench.BenchClient;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HomecomingTest {

    private final PlayersBench bench = new PlayersBench();

    @BeforeEach
    void waitForNews() {
        bench.news.keepsThemWaiting();
    }

    @Test
    @DisplayName("3.4 (16) a new session hears of the instances that its player is in, and its start waits for nothing")
    void tellsANewSession() {
        var client = bench.attach("alice", "s-1");
        assertThat(client.started().sessionId()).hasToString("s-1");
        assertThat(client.line.messages()).isEmpty();

        bench.news.next().complete(List.of(news("gi-1", ADDED), news("gi-1", HOST_DETAILS), news("gi-2", ADDED)));
        bench.turns();

        assertThat(client.line.messages())
                .containsExactly(news("gi-1", ADDED), news("gi-1", HOST_DETAILS), news("gi-2", ADDED));
        assertThat(bench.news.asked()).containsExactly("alice is back");
    }

    @Test
    @DisplayName("3.4 (16) a session that is resumed has missed nothing, and nobody asks for it")
    void tellsNothingToOneThatIsResumed() {
        var client = bench.attach("alice", "s-1");
        bench.news.next().complete(List.of(news("gi-1", ADDED)));
        bench.turns();
        client.leaves();

        var back = bench.resume("alice", client, 0);

        assertThat(back.line.messages()).containsExactly(news("gi-1", ADDED));
        assertThat(bench.news.asked()).hasSize(1);
    }

    @Test
    @DisplayName("3.4 (16) what ends while it is asked for is over: nothing is told of it")
    void tellsNothingOfWhatIsOverMeanwhile() {
        var client = bench.attach("alice", "s-1");
        bench.deliver("alice", news("gi-1", ENDED));
        bench.deliver("alice", news("gi-2", UPDATED));

        bench.news.next().complete(List.of(news("gi-1", ADDED), news("gi-1", HOST_DETAILS), news("gi-2", ADDED)));
        bench.turns();

        assertThat(client.line.messages())
                .containsExactly(news("gi-1", ENDED), news("gi-2", UPDATED), news("gi-2", ADDED));
    }

    @Test
    void goesOnWhereNothingCanBeKnown() {
        var client = bench.attach("alice", "s-1");
        bench.news.next().completeExceptionally(new IllegalStateException("nobody answers"));
        bench.turns();

        bench.deliver("alice", news("gi-1", ADDED));
        assertThat(client.line.messages()).containsExactly(news("gi-1", ADDED));
    }

    @Test
    @DisplayName("a session whose question nobody answered asks again, and hears what is so by then")
    void asksAgain() {
        var client = bench.attach("alice", "s-1");
        bench.news.next().completeExceptionally(new IllegalStateException("nobody answers"));
        bench.turns();
        bench.deliver("alice", news("gi-1", REMOVED));

        bench.passes(Duration.ofSeconds(1));
        bench.news.next().complete(List.of(news("gi-1", ADDED), news("gi-2", ADDED)));
        bench.turns();
        bench.passes(Duration.ofMinutes(2));

        assertThat(client.line.messages()).contains(news("gi-2", ADDED)).doesNotContain(news("gi-1", ADDED));
        assertThat(bench.news.asked()).containsExactly("alice is back", "alice is back");
    }

    @Test
    void asksAgainForAboutAMinute() {
        var client = bench.attach("alice", "s-1");
        for (long pause : List.of(1, 2, 4, 8, 16, 32)) {
            bench.news.next().completeExceptionally(new IllegalStateException("nobody answers"));
            bench.turns();
            passes(client, pause - 1);
            int asked = bench.news.asked().size();
            passes(client, 1);
            assertThat(bench.news.asked()).hasSize(asked + 1);
        }

        bench.news.next().completeExceptionally(new IllegalStateException("nobody answers"));
        passes(client, 120);

        assertThat(bench.news.asked()).hasSize(7);
    }

    @Test
    void asksNoMoreForASessionThatIsGone() {
        var client = bench.attach("alice", "s-1");
        bench.news.next().completeExceptionally(new IllegalStateException("nobody answers"));
        bench.turns();
        client.leavesForGood();

        bench.passes(Duration.ofSeconds(2));

        assertThat(bench.news.asked()).hasSize(1);
    }

    /// The client says now and then that it is there.
    private void passes(BenchClient client, long seconds) {
        for (long second = 0; second < seconds; second++) {
            client.says(null, new ClientMessage.Ping(1));
            bench.passes(Duration.ofSeconds(1));
        }
    }

    @Test
    void tellsNobodyElse() {
        var first = bench.attach("alice", "s-1");
        bench.news.next().complete(List.of());
        var second = bench.attachBeside("alice", "s-2", "s-1");
        bench.news.next().complete(List.of(news("gi-1", ADDED)));
        bench.turns();

        assertThat(second.line.messages()).contains(news("gi-1", ADDED));
        assertThat(first.line.messages()).doesNotContain(news("gi-1", ADDED));
        assertThat(bench.news.asked()).containsExactly("alice is back", "alice has come beside another");
    }

    @Test
    void tellsNoSessionThatIsGone() {
        var client = bench.attach("alice", "s-1");
        client.leavesForGood();

        bench.news.next().complete(List.of(news("gi-1", ADDED)));
        bench.turns();

        assertThat(client.line.messages()).isEmpty();
    }

    @Test
    void asksNothingForASessionThatIsNobodys() {
        bench.attach("unauthenticated~n-1", "n-1");

        assertThat(bench.news.asked()).isEmpty();
    }

    private static GameInstance news(String instance, InstanceEvent event) {
        return new GameInstance(event, new InstanceId(instance), null, null, null, JsonText.EMPTY_OBJECT);
    }
}
