package dev.gatehouse.session.talk;

import static dev.gatehouse.model.protocol.ServerMessage.GroupChange.CLOSED;
import static dev.gatehouse.model.protocol.ServerMessage.GroupChange.JOINED;
import static dev.gatehouse.model.protocol.ServerMessage.GroupChange.LEFT;
import static dev.gatehouse.session.talk.TalkBench.changed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.ClientMessage.GroupLeave;
import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.servercode.ServerCode;
import dev.gatehouse.model.servercode.Verdict;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicMember;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.session.Standing;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What becomes of memberships when sessions change their node, or nodes go.
class GroupMoveTest {

    private static final Topic ROOM = Topic.group(Purse.GAME_ID, "room:1");

    private final TalkBench bench = new TalkBench(ServerCode.NONE.group("room", (_, _, _) -> Verdict.allowed()));
    private final TalkBench.Node here = bench.node("session-1");
    private final TalkBench.Node there = bench.node("session-2");
    private final TalkBench.Client alice = here.client("alice", "a-1");
    private final TalkBench.Client bert = there.client("bert", "b-1");

    @Test
    void takesOutMembersOfANodeThatIsGoneUnlessSomebodyTookThemOver() {
        var cora = there.client("cora", "c-1");
        alice.joins(1, "room:1");
        bert.joins(1, "room:1");
        cora.joins(1, "room:1");
        alice.hears();
        var taken = here.client("cora", "c-1", cora.standing());
        here.watches.catchUp();

        var alive = Set.of(here.id);
        var patience = Duration.ofSeconds(90).toNanos();
        here.watches.sweep(alive, 0, patience);
        assertThat(alice.hears()).isEmpty();
        here.watches.sweep(alive, patience, patience);

        assertThat(alice.hears()).containsExactly(changed("room:1", LEFT, "bert"));
        assertThat(taken.standing().memberships()).containsExactly("room:1");
    }

    @Test
    void keepsAMembershipAboutWhichTheRegistryCannotBeAsked() {
        alice.joins(1, "room:1");
        bert.joins(1, "room:1");
        var standing = bert.standing();
        bench.topics.away(true);

        var moved = here.client("bert", "b-1", standing);
        bench.time.passes(Duration.ofMinutes(1));
        here.watches.catchUp();
        assertThat(moved.hears()).isEmpty();
        assertThat(moved.standing()).isEqualTo(standing);
        bench.topics.away(false);
        here.watches.catchUp();

        assertThat(moved.hears()).containsExactly(changed("room:1", JOINED, "alice"));
        assertThat(bench.topics.membersOf(ROOM))
                .contains(new TopicMember(moved.peer.session(), new PlayerId("bert"), here.id));
        alice.tells(EventScope.group("room:1"), "1");
        assertThat(moved.hears()).containsExactly(TalkBench.event(EventScope.group("room:1"), "1", "alice"));
    }

    @Test
    void goesOnWhereItWasHoweverLateTheRegistryAnswers() {
        alice.joins(1, "room:1");
        bert.joins(1, "room:1");
        var standing = bert.leaves();
        alice.tells(EventScope.group("room:1"), "1");
        bench.topics.away(true);
        var moved = here.client("bert", "b-1", standing);
        bench.time.passes(Duration.ofMinutes(1));

        var next = there.client("bert", "b-1", moved.leaves());
        bench.topics.away(false);
        there.watches.catchUp();

        assertThat(next.hears()).containsExactly(TalkBench.event(EventScope.group("room:1"), "1", "alice"));
        here.watches.catchUp();
        assertThat(bench.topics.membersOf(ROOM)).hasSize(2);
    }

    @Test
    void saysClosedOfAGroupThatWasClosedWhileNobodyCouldBeAsked() {
        bert.joins(1, "room:1");
        var standing = bert.standing();
        bench.topics.away(true);
        var moved = here.client("bert", "b-1", standing);
        bench.topics.away(false);
        bench.topics.close(ROOM);

        here.watches.catchUp();

        assertThat(moved.hears()).containsExactly(changed("room:1", CLOSED, null));
        assertThat(moved.standing()).isEqualTo(Standing.NONE);
    }

    @Test
    void takesNobodyOutWhoIsBackBeforeItsLeaveIsAnswered() {
        alice.joins(1, "room:1");
        bench.topics.holdsLeaves();
        alice.says(new GroupLeave(2, "room:1", null));
        bench.time.passes(Duration.ofSeconds(20));
        alice.joins(3, "room:1");

        bench.topics.failsLeaves();
        here.watches.catchUp();

        assertThat(bench.topics.membersOf(ROOM)).hasSize(1);
    }

    @Test
    void takesOutAMemberThatEndsBeforeTheRegistryKnowsThatItIsHere() {
        bert.joins(1, "room:1");
        var standing = bert.standing();
        bench.topics.away(true);
        var moved = here.client("bert", "b-1", standing);

        moved.ends();
        bench.time.passes(Duration.ofMinutes(1));
        bench.topics.away(false);
        here.watches.catchUp();
        here.watches.catchUp();

        assertThat(bench.topics.membersOf(ROOM)).isEmpty();
    }

    @Test
    void takesAMemberBackWhoseNodeWasTakenForGone() {
        alice.joins(1, "room:1");
        bert.joins(1, "room:1");
        alice.hears();
        here.watches.catchUp();
        here.watches.sweep(Set.of(here.id), 0, 0);
        assertThat(alice.hears()).containsExactly(changed("room:1", LEFT, "bert"));

        there.watches.catchUp();

        assertThat(alice.hears()).containsExactly(changed("room:1", JOINED, "bert"));
        there.watches.catchUp();
        assertThat(alice.hears()).isEmpty();
    }

    @Test
    void keepsTheMembershipOfASessionThatGoesOnElsewhere() {
        alice.joins(1, "room:1");
        bert.joins(1, "room:1");
        alice.hears();

        var moved = here.client("bert", "b-1", bert.leaves());

        assertThat(alice.hears()).isEmpty();
        there.client("cora", "c-1").joins(1, "room:1");
        assertThat(moved.hears()).contains(changed("room:1", JOINED, "cora"));
        assertThat(there.bus.following()).isEqualTo(3);
    }

    @Test
    void leavesTheGroupsOfASessionThatEndsOnItsWayToAnotherNode() {
        alice.joins(1, "room:1");
        bert.joins(1, "room:1");
        alice.hears();

        bert.leaves();
        bert.ends();

        assertThat(alice.hears()).containsExactly(changed("room:1", LEFT, "bert"));
    }

    @Test
    void leavesTheEndOfASessionToItsNextNode() {
        alice.joins(1, "room:1");
        bert.joins(1, "room:1");
        alice.hears();

        bert.leaves();
        bert.isGone();
        bert.ends();

        assertThat(alice.hears()).isEmpty();
    }
}
