package dev.gatehouse.session.talk;

import static dev.gatehouse.session.talk.TalkBench.event;
import static dev.gatehouse.session.talk.TalkBench.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.EventRefused;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.ServerCode;
import dev.gatehouse.model.servercode.Verdict;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.session.event.EventPost;
import dev.gatehouse.session.event.GameEvents;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.fixture.Talks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EventTalkTest {

    private static final EventScope ROOM = EventScope.group("room:1");
    private static final EventScope BERT = EventScope.user(new PlayerId("bert"));

    private final ServerCode code = ServerCode.NONE.group("room", (_, _, _) -> Verdict.allowed());
    private final TalkBench bench = new TalkBench(code);
    private final TalkBench.Node here = bench.node("session-1");
    private final TalkBench.Node there = bench.node("session-2");
    private final TalkBench.Client alice = here.client("alice", "a-1");
    private final TalkBench.Client bert = there.client("bert", "b-1");

    @Test
    @DisplayName("1.4 (19) an event stays in its scope")
    void goesToTheMembersOfTheGroupAndNobodyElse() {
        var cora = there.client("cora", "c-1");
        alice.joins(1, "room:1");
        bert.joins(1, "room:1");
        cora.joins(1, "room:2");
        alice.hears();
        bert.hears();

        alice.tells(ROOM, "{\"gold\":1}");

        assertThat(bert.hears()).containsExactly(event(ROOM, "{\"gold\":1}", "alice"));
        assertThat(alice.hears()).containsExactly(event(ROOM, "{\"gold\":1}", "alice"));
        assertThat(cora.hears()).containsExactly(ok(1));
    }

    @Test
    void goesNowhereFromSomebodyWhoIsNoMember() {
        alice.joins(1, "room:1");
        alice.hears();

        bert.tells(ROOM, "1");

        assertThat(alice.hears()).isEmpty();
    }

    @Test
    void goesToPlayersAndEverybodyOnlyWhereTheGameAllowsIt() {
        alice.tells(BERT, "1");
        alice.tells(EventScope.everybody(), "2");
        assertThat(bert.hears()).isEmpty();

        var open = new TalkBench(
                code.events((sender, _, scope) -> sender.playerId().value().equals("alice") && scope.group() == null));
        var allowed = open.node("session-1").client("alice", "a-1");
        var other = open.node("session-2").client("bert", "b-1");
        allowed.tells(BERT, "3");
        allowed.tells(EventScope.everybody(), "4");
        other.tells(EventScope.everybody(), "5");

        assertThat(other.hears())
                .containsExactly(event(BERT, "3", "alice"), event(EventScope.everybody(), "4", "alice"));
        assertThat(allowed.hears()).containsExactly(event(EventScope.everybody(), "4", "alice"));
    }

    @Test
    @DisplayName("1.4 (19) an event that is too large goes to nobody")
    void goesNowhereWhereItIsTooLarge() {
        alice.joins(1, "room:1");
        alice.hears();

        alice.tells(ROOM, "\"" + "x".repeat(98) + "\"");
        alice.tells(ROOM, "\"" + "x".repeat(99) + "\"");

        assertThat(alice.hears()).hasSize(1);
    }

    @Test
    void goesNowhereWhereItsSenderSendsTooMany() {
        alice.joins(1, "room:1");
        alice.hears();

        for (int i = 0; i < 65; i++) {
            alice.tells(ROOM, "1");
        }
        assertThat(alice.hears()).hasSize(60);

        bench.time.passes(Duration.ofMillis(250));
        for (int i = 0; i < 5; i++) {
            alice.tells(ROOM, "1");
        }
        assertThat(alice.hears()).hasSize(2);
    }

    @Test
    void tellsItsSenderThatItGoesNowhereWhereThatWantsToHearIt() {
        alice.joins(1, "room:1");
        for (int i = 0; i < 60; i++) {
            alice.tells(ROOM, "1");
        }
        alice.hears();

        alice.says(new ClientMessage.Event("note", ROOM, new JsonText("1"), 7L));
        bench.time.passes(Duration.ofSeconds(1));
        alice.says(new ClientMessage.Event("note", ROOM, new JsonText("\"" + "x".repeat(99) + "\""), 8L));
        alice.says(new ClientMessage.Event("note", BERT, new JsonText("1"), 9L));

        assertThat(alice.hears())
                .containsExactly(
                        new EventRefused(7, "note", CallError.of(CallErrorCode.TOO_MANY)),
                        new EventRefused(
                                8,
                                "note",
                                CallError.of(
                                        CallErrorCode.INVALID_ARGUMENTS, "payload: 101 bytes (expected: at most 100)")),
                        new EventRefused(9, "note", CallError.of(CallErrorCode.NOT_ALLOWED)));
    }

    @Test
    void isInTimeWhereItCameInTimeHoweverLateItsTurnIs() {
        alice.joins(1, "room:1");
        alice.hears();
        bench.time.passes(Duration.ofSeconds(20));

        for (int i = 0; i < 200; i++) {
            alice.said(Duration.ofMillis(20_000 - 100 * i), note("1", null));
        }

        assertThat(alice.hears()).hasSize(200);
    }

    @Test
    void isNotTooMuchWhereItsSenderCouldNotBeHeardUntilNow() {
        alice.joins(1, "room:1");
        alice.hears();
        bench.time.passes(Duration.ofSeconds(30));

        alice.isBack(Duration.ofSeconds(30));
        for (int i = 0; i < 400; i++) {
            alice.tells(ROOM, "1");
        }

        assertThat(alice.hears()).hasSize(60 + 300);
    }

    @Test
    void waitsInItsOrderWhileTheRegistryCannotTakeIt() {
        alice.joins(1, "room:1");
        alice.hears();
        bench.topics.away(true);
        var first = alice.said(Duration.ZERO, note("1", 1L)).toCompletableFuture();
        var second = alice.said(Duration.ZERO, note("2", 2L)).toCompletableFuture();
        bench.time.passes(Duration.ofSeconds(50));
        assertThat(first).isNotDone();

        bench.topics.away(false);
        bench.time.passes(Duration.ofSeconds(1));

        assertThat(alice.hears()).containsExactly(event(ROOM, "1", "alice"), event(ROOM, "2", "alice"));
        assertThat(first).isDone();
        assertThat(second).isDone();
    }

    @Test
    void waitsNoLongerThanItsSessionIsHere() {
        alice.joins(1, "room:1");
        bert.joins(1, "room:1");
        bert.hears();
        bench.topics.away(true);
        var said = alice.said(Duration.ZERO, note("1", null)).toCompletableFuture();
        var released = here.talk.release(alice.peer.session()).toCompletableFuture();
        bench.time.passes(Duration.ofSeconds(20));
        assertThat(released).isDone();

        bench.topics.away(false);
        bench.time.passes(Duration.ofSeconds(30));

        assertThat(said).isNotDone();
        assertThat(bert.hears()).isEmpty();
    }

    private static ClientMessage.Event note(String payload, @Nullable Long id) {
        return new ClientMessage.Event("note", ROOM, new JsonText(payload), id);
    }

    @Test
    void findsASessionInAScopeThatNobodyHasUsedForLong() {
        bench.topics.forgets(Topic.user(Purse.GAME_ID, alice.peer.who().playerId()));
        var events = new GameEvents(Purse.GAME_ID, new EventPost(Talks.EVENTS, bench.topics));
        var scope = EventScope.user(alice.peer.who().playerId());

        events.send("note", scope, new JsonText("1"));
        events.send("note", scope, new JsonText("2"));

        assertThat(alice.hears()).containsExactly(event(scope, "1", null), event(scope, "2", null));
        assertThat(here.gaps).isZero();
    }

    @Test
    void isHeardFromTheStartOfTheSessionWhenTheBusComesLater() {
        here.bus.deaf(true);
        var cora = here.client("cora", "c-1");
        var scope = EventScope.user(new PlayerId("cora"));
        new GameEvents(Purse.GAME_ID, new EventPost(Talks.EVENTS, bench.topics)).send("note", scope, new JsonText("1"));

        here.bus.deaf(false);

        assertThat(cora.hears()).containsExactly(event(scope, "1", null));
    }

    @Test
    void isTakenFromServerCodeForAnyScope() {
        alice.joins(1, "room:1");
        alice.hears();
        var events = new GameEvents(Purse.GAME_ID, new EventPost(Talks.EVENTS, bench.topics));

        events.send("note", ROOM, new JsonText("1"));
        events.send("note", BERT, new JsonText("2"));
        events.send("note", EventScope.everybody(), new JsonText("3"));

        assertThat(alice.hears()).containsExactly(event(ROOM, "1", null), event(EventScope.everybody(), "3", null));
        assertThat(bert.hears()).containsExactly(event(BERT, "2", null), event(EventScope.everybody(), "3", null));
        assertThatThrownBy(() -> events.send("note", EventScope.group("a b"), new JsonText("1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("1.4 (19) an event is not sent again to a session that comes later")
    void isNotSentAgainToSomebodyWhoComesLater() {
        alice.joins(1, "room:1");
        alice.tells(ROOM, "1");

        bert.joins(1, "room:1");

        assertThat(bert.hears()).noneMatch(ServerMessage.Event.class::isInstance);
    }

    @Test
    void keepsOneOrderForEverybodyWhateverTheBusLoses() {
        alice.joins(1, "room:1");
        bert.joins(1, "room:1");
        alice.hears();
        bert.hears();
        var expected = new ArrayList<ServerMessage>();
        for (int i = 0; i < 60; i++) {
            var sender = i % 2 == 0 ? alice : bert;
            var text = String.valueOf(i);
            Runnable says = () -> sender.tells(ROOM, text);
            switch (i % 5) {
                case 1 -> here.bus.losesOneWhile(says);
                case 3 -> there.bus.losesOneWhile(says);
                default -> says.run();
            }
            expected.add(event(ROOM, text, i % 2 == 0 ? "alice" : "bert"));
        }

        assertThat(alice.hears()).isEqualTo(expected);
        assertThat(bert.hears()).isEqualTo(List.copyOf(expected));
    }
}
