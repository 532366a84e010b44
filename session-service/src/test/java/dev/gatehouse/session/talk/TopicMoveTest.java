package dev.gatehouse.session.talk;

import static dev.gatehouse.model.protocol.ServerMessage.GroupChange.CLOSED;
import static dev.gatehouse.model.protocol.ServerMessage.GroupChange.JOINED;
import static dev.gatehouse.model.protocol.ServerMessage.GroupChange.LEFT;
import static dev.gatehouse.session.talk.TalkBench.changed;
import static dev.gatehouse.session.talk.TalkBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.protocol.ClientMessage.GroupClose;
import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.Caller;
import dev.gatehouse.model.servercode.Group;
import dev.gatehouse.model.servercode.GroupHandler;
import dev.gatehouse.model.servercode.ServerCode;
import dev.gatehouse.model.servercode.Verdict;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicMember;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.session.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a session hears of what is said while it is between two nodes.
class TopicMoveTest {

    private static final EventScope ROOM = EventScope.group("room:1");
    private static final EventScope ALL = EventScope.everybody();

    /// Open to everybody.
    private static final class Room implements GroupHandler {

        @Override
        public Verdict join(Caller caller, Group group, JsonText args) {
            return Verdict.allowed();
        }

        @Override
        public Verdict close(Caller caller, Group group, JsonText args) {
            return Verdict.allowed();
        }
    }

    private final TalkBench bench =
            new TalkBench(ServerCode.NONE.group("room", new Room()).events((_, _, _) -> true));
    private final TalkBench.Node here = bench.node("session-1");
    private final TalkBench.Node there = bench.node("session-2");
    private final TalkBench.Client alice = here.client("alice", "a-1");
    private final TalkBench.Client bert = there.client("bert", "b-1");

    @BeforeEach
    void meet() {
        alice.joins(1, "room:1");
        bert.joins(1, "room:1");
        alice.tells(ROOM, "0");
        alice.hears();
        bert.hears();
    }

    @Test
    void hearsEverythingOnceAndInOrderWhereTheNextNodeFollowsTheTopics() {
        assertHearsEverything(there);
    }

    @Test
    void hearsEverythingOnceAndInOrderWhereTheNextNodeIsTheFirstToFollow() {
        assertHearsEverything(bench.node("session-3"));
    }

    @Test
    void hearsEverythingOnceAndInOrderWhereTheNextNodeIsBehind() {
        there.bus.deaf(true);

        var moved = assertHearsEverything(there);

        there.watches.catchUp();
        assertThat(moved.hears()).isEmpty();
    }

    @Test
    void hearsWhatIsSaidBeforeTheNextNodeKnowsHowFarTheTopicIs() {
        var third = bench.node("session-3");
        var standing = alice.leaves();
        bench.topics.holdsARead(Topic.everybody(Purse.GAME_ID));
        var moved = third.client("alice", "a-1", standing);

        bert.tells(ALL, "1");
        bench.topics.answersTheRead();
        bert.tells(ALL, "2");

        assertThat(moved.hears()).containsExactly(event(ALL, "1", "bert"), event(ALL, "2", "bert"));
    }

    @Test
    void asksOnceMoreWhereATopicIsForAllWhoComeWhileItIsAsked() {
        var everybody = Topic.everybody(Purse.GAME_ID);
        bench.topics.holdsARead(everybody);
        int before = bench.topics.reads(everybody);

        var newcomers = IntStream.range(0, 20)
                .mapToObj(i -> there.client("player-" + i, "p-" + i))
                .toList();
        bench.topics.answersTheRead();

        assertThat(bench.topics.reads(everybody) - before).isEqualTo(2);
        bert.tells(ALL, "1");
        assertThat(newcomers)
                .allSatisfy(newcomer -> assertThat(newcomer.hears()).containsExactly(event(ALL, "1", "bert")));
    }

    @Test
    void hearsWhoIsThereWhereItsStreamStartsAnewWhileItCatchesUp() {
        var third = bench.node("session-3");
        var standing = alice.leaves();
        bench.topics.holdsARead(Topic.group(Purse.GAME_ID, "room:1"));
        var moved = third.client("alice", "a-1", standing);

        third.talk.renew(moved.peer.session());

        assertThat(moved.hears()).containsExactly(changed("room:1", JOINED, "bert"));
        bench.topics.answersTheRead();
        assertThat(moved.hears()).isEmpty();
    }

    private TalkBench.Client assertHearsEverything(TalkBench.Node next) {
        var you = EventScope.user(alice.peer.who().playerId());
        var expected = new ArrayList<ServerMessage>();
        var standing = alice.leaves();
        for (int i = 1; i < 4; i++) {
            bert.tells(ROOM, String.valueOf(i));
            bert.tells(ALL, String.valueOf(i));
            bert.tells(you, String.valueOf(i));
            expected.add(event(ROOM, String.valueOf(i), "bert"));
            expected.add(event(ALL, String.valueOf(i), "bert"));
            expected.add(event(you, String.valueOf(i), "bert"));
        }

        var moved = next.client("alice", "a-1", standing);
        var heard = moved.hears();
        next.bus.deaf(false);
        heard = join(heard, moved.hears());

        assertThat(heard).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(inScope(heard, ROOM)).isEqualTo(inScope(expected, ROOM));
        assertThat(inScope(heard, ALL)).isEqualTo(inScope(expected, ALL));
        assertThat(inScope(heard, you)).isEqualTo(inScope(expected, you));
        return moved;
    }

    @Test
    void hearsWhoCameAndWentMeanwhileAndNobodyTwice() {
        var standing = alice.leaves();
        bert.ends();
        there.client("cora", "c-1").joins(1, "room:1");

        var moved = there.client("alice", "a-1", standing);

        assertThat(moved.hears()).containsExactly(changed("room:1", LEFT, "bert"), changed("room:1", JOINED, "cora"));
    }

    @Test
    void hearsWhatIsStillKnownWhereTheRestIsForgottenAndThatIsCounted() {
        var standing = alice.leaves();
        bench.topics.keeps(2);
        bert.tells(ROOM, "1");
        var cora = there.client("cora", "c-1");
        cora.joins(1, "room:1");
        bert.ends();
        cora.tells(ROOM, "2");

        var moved = there.client("alice", "a-1", standing);

        assertThat(moved.hears())
                .containsExactly(
                        event(ROOM, "2", "cora"), changed("room:1", JOINED, "cora"), changed("room:1", LEFT, "bert"));
        assertThat(there.gaps).isEqualTo(1);
    }

    @Test
    void hearsThatItsGroupWasClosedMeanwhileAfterWhatWasSaidBefore() {
        var standing = alice.leaves();
        bert.tells(ROOM, "1");
        bert.says(new GroupClose(2, "room:1", null));
        var cora = there.client("cora", "c-1");
        cora.joins(1, "room:1");
        cora.tells(ROOM, "2");

        var moved = there.client("alice", "a-1", standing);

        assertThat(moved.hears()).containsExactly(event(ROOM, "1", "bert"), changed("room:1", CLOSED, null));
        assertThat(moved.standing()).isEqualTo(Standing.NONE);
    }

    @Test
    void hearsThatItIsNoMemberWhereNothingWasSaidOfIt() {
        here.client("alice", "a-2").joins(1, "room:1");
        var standing = alice.leaves();
        var group = Topic.group(Purse.GAME_ID, "room:1");
        var who = alice.peer.who();
        var _ = bench.topics.leave(group, new TopicMember(who.sessionId(), who.playerId(), here.id));

        var moved = there.client("alice", "a-1", standing);

        assertThat(moved.hears()).containsExactly(changed("room:1", CLOSED, null));
        assertThat(moved.standing()).isEqualTo(Standing.NONE);
    }

    @Test
    void hearsThatItsGroupIsGoneWhereTheRegistryHasLostIt() {
        var standing = alice.leaves();
        bench.topics.forgets(Topic.group(Purse.GAME_ID, "room:1"));

        var moved = bench.node("session-3").client("alice", "a-1", standing);

        assertThat(moved.hears()).containsExactly(changed("room:1", CLOSED, null));
        assertThat(moved.standing()).isEqualTo(Standing.NONE);
    }

    @Test
    void waitsForWhatItHasMissedWhileTheRegistryIsAway() {
        var standing = alice.leaves();
        bert.tells(ALL, "1");
        bench.topics.away(true);
        var moved = there.client("alice", "a-1", standing);
        assertThat(inScope(moved.hears(), ALL)).isEmpty();
        bench.topics.away(false);
        bert.tells(ALL, "2");

        there.watches.catchUp();

        assertThat(inScope(moved.hears(), ALL)).containsExactly(event(ALL, "1", "bert"), event(ALL, "2", "bert"));
    }

    @Test
    void hearsNothingTwiceThatItsLostNodeMayHaveTold() {
        bert.tells(ROOM, "1");
        var standing = alice.standing();
        bert.tells(ROOM, "2");

        var moved = there.client("alice", "a-1", standing);
        bert.tells(ROOM, "3");

        assertThat(moved.hears()).containsExactly(changed("room:1", JOINED, "bert"), event(ROOM, "3", "bert"));
        assertThat(there.gaps).isZero();
    }

    @Test
    void goesOnFromNodeToNode() {
        var next = there.client("alice", "a-1", alice.leaves());
        bert.tells(ROOM, "1");
        var standing = next.leaves();
        bert.tells(ROOM, "2");
        var last = bench.node("session-3").client("alice", "a-1", standing);
        bert.tells(ROOM, "3");

        assertThat(next.hears()).containsExactly(event(ROOM, "1", "bert"));
        assertThat(last.hears()).containsExactly(event(ROOM, "2", "bert"), event(ROOM, "3", "bert"));
    }

    @Test
    void saysOnceWhatAClientSaysAgainToTheNextNode() {
        bert.repeats(7, ROOM, "1");
        var next = bench.node("session-3").client("bert", "b-1", bert.standing());

        next.repeats(7, ROOM, "1");
        next.repeats(8, ROOM, "1");

        assertThat(alice.hears()).containsExactly(event(ROOM, "1", "bert"), event(ROOM, "1", "bert"));
    }

    @Test
    void hearsNothingAgainAtANodeThatIsBehind() {
        var cora = there.client("cora", "c-1");
        var lost = here.client("dora", "d-1");
        there.bus.losesOneWhile(() -> alice.tells(ALL, "1"));
        assertThat(lost.hears()).containsExactly(event(ALL, "1", "alice"));

        var next = there.client("dora", "d-1", lost.standing());
        alice.tells(ALL, "2");

        assertThat(cora.hears()).containsExactly(event(ALL, "1", "alice"), event(ALL, "2", "alice"));
        assertThat(next.hears()).containsExactly(event(ALL, "2", "alice"));
    }

    @Test
    void saysOnceWhatAClientSaysAgainHoweverMuchWasSaidBetween() {
        bert.repeats(7, ROOM, "1");
        bench.topics.keeps(2);
        for (int i = 0; i < 5; i++) {
            alice.tells(ROOM, "2");
        }
        var next = bench.node("session-3").client("bert", "b-1", bert.standing());
        alice.hears();

        next.repeats(7, ROOM, "1");
        next.repeats(8, ROOM, "3");

        assertThat(alice.hears()).containsExactly(event(ROOM, "3", "bert"));
    }

    @Test
    void letsASessionIntoAGroupWhoseNumbersWereSetBackAfterItsEnd() {
        alice.says(new GroupClose(2, "room:1", null));
        bench.topics.losesNumbers(Topic.group(Purse.GAME_ID, "room:1"));
        alice.joins(3, "room:1");
        here.watches.catchUp();
        alice.hears();

        alice.tells(ROOM, "1");

        assertThat(alice.hears()).containsExactly(event(ROOM, "1", "alice"));
    }

    private static List<ServerMessage> join(List<ServerMessage> first, List<ServerMessage> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static List<ServerMessage> inScope(List<ServerMessage> heard, EventScope scope) {
        return heard.stream()
                .filter(message -> message instanceof ServerMessage.Event said
                        && said.scope().equals(scope))
                .toList();
    }
}
