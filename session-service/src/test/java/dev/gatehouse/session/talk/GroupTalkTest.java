package dev.gatehouse.session.talk;

import static dev.gatehouse.model.protocol.ServerMessage.GroupChange.CLOSED;
import static dev.gatehouse.model.protocol.ServerMessage.GroupChange.JOINED;
import static dev.gatehouse.model.protocol.ServerMessage.GroupChange.LEFT;
import static dev.gatehouse.session.talk.TalkBench.changed;
import static dev.gatehouse.session.talk.TalkBench.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientMessage.GroupClose;
import dev.gatehouse.model.protocol.ClientMessage.GroupLeave;
import dev.gatehouse.model.protocol.ServerMessage.GroupResult;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.Caller;
import dev.gatehouse.model.servercode.Group;
import dev.gatehouse.model.servercode.GroupHandler;
import dev.gatehouse.model.servercode.ServerCode;
import dev.gatehouse.model.servercode.Verdict;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.group.GameGroups;
import dev.gatehouse.session.session.Standing;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GroupTalkTest {

    /// Lets everybody in but mallory, and alice alone close it.
    private static final class Room implements GroupHandler {

        @Override
        public Verdict join(Caller caller, Group group, JsonText args) {
            if ("broken".equals(group.instance())) {
                throw new IllegalStateException("secret");
            }
            return caller.playerId().value().equals("mallory") ? Verdict.refused("No.") : Verdict.allowed();
        }

        @Override
        public Verdict leave(Caller caller, Group group, JsonText args) {
            return Objects.equals(group.instance(), "jail") ? Verdict.refused("Stay.") : Verdict.allowed();
        }

        @Override
        public Verdict close(Caller caller, Group group, JsonText args) {
            return caller.playerId().value().equals("alice") ? Verdict.allowed() : Verdict.refused("Not you.");
        }
    }

    private final TalkBench bench = new TalkBench(ServerCode.NONE.group("room", new Room()));
    private final TalkBench.Node here = bench.node("session-1");
    private final TalkBench.Node there = bench.node("session-2");
    private final TalkBench.Client alice = here.client("alice", "a-1");
    private final TalkBench.Client bert = there.client("bert", "b-1");

    @Test
    @DisplayName("1.4 (18) members see who is there, on every node")
    void tellsMembersOnEveryNodeWhoIsThereAndWhoComes() {
        alice.joins(1, "room:1");
        bert.joins(1, "room:1");

        assertThat(alice.hears()).containsExactly(ok(1), changed("room:1", JOINED, "bert"));
        assertThat(bert.hears()).containsExactly(ok(1), changed("room:1", JOINED, "alice"));
    }

    @Test
    @DisplayName("1.4 (18) a refused join leaves no membership")
    void leavesNoMembershipWhereTheGameRefuses() {
        alice.joins(1, "room:1");
        alice.hears();
        var mallory = here.client("mallory", "m-1");

        mallory.joins(1, "room:1");
        mallory.joins(2, "room:broken");
        mallory.joins(3, "cellar");
        mallory.joins(4, "room:");

        assertThat(mallory.hears())
                .containsExactly(
                        failed(1, CallError.of(CallErrorCode.REFUSED, "No.")),
                        failed(2, CallError.of(CallErrorCode.SERVER_ERROR)),
                        failed(3, CallError.of(CallErrorCode.NOT_FOUND)),
                        failed(4, CallError.of(CallErrorCode.NOT_FOUND)));
        assertThat(alice.hears()).isEmpty();
        assertThat(mallory.standing().memberships()).isEmpty();
    }

    @Test
    void tellsThatSomebodyLeft() {
        alice.joins(1, "room:1");
        bert.joins(1, "room:1");
        alice.hears();
        bert.hears();

        bert.says(new GroupLeave(2, "room:1", null));

        assertThat(bert.hears()).containsExactly(ok(2));
        assertThat(alice.hears()).containsExactly(changed("room:1", LEFT, "bert"));
    }

    @Test
    void letsTheGameKeepAMember() {
        alice.joins(1, "room:jail");
        alice.says(new GroupLeave(2, "room:jail", null));
        alice.says(new GroupLeave(3, "room:2", null));

        assertThat(alice.hears())
                .containsExactly(
                        ok(1),
                        failed(2, CallError.of(CallErrorCode.REFUSED, "Stay.")),
                        failed(3, CallError.of(CallErrorCode.NOT_FOUND)));
        assertThat(alice.standing().memberships()).containsExactly("room:jail");
    }

    @Test
    @DisplayName("1.4 (18) closing says one closed to each member, and that nobody left")
    void closesWithOneSignalAndNoLeaves() {
        alice.joins(1, "room:1");
        bert.joins(1, "room:1");
        alice.hears();
        bert.hears();

        bert.says(new GroupClose(2, "room:1", null));
        alice.says(new GroupClose(2, "room:1", null));
        alice.ends();

        assertThat(bert.hears())
                .containsExactly(
                        failed(2, CallError.of(CallErrorCode.REFUSED, "Not you.")), changed("room:1", CLOSED, null));
        assertThat(alice.hears()).containsExactly(changed("room:1", CLOSED, null), ok(2));
    }

    @Test
    @DisplayName("1.4 (18) server code sees who is there")
    void letsServerCodeSeeAndCloseAGroup() {
        alice.joins(1, "room:1");
        alice.hears();
        var groups = new GameGroups(Purse.GAME_ID, bench.topics);

        assertThat(groups.members("room:1").toCompletableFuture().join())
                .containsExactly(alice.peer.who().playerId());
        assertThat(groups.close("room:1").toCompletableFuture().join()).isTrue();
        assertThat(groups.close("room:1").toCompletableFuture().join()).isFalse();
        assertThat(alice.hears()).containsExactly(changed("room:1", CLOSED, null));
    }

    @Test
    @DisplayName("1.4 (18) instances of one name have nothing to do with each other")
    void keepsInstancesOfOneNameApart() {
        alice.joins(1, "room:1");
        bert.joins(1, "room:2");

        assertThat(alice.hears()).containsExactly(ok(1));
        assertThat(bert.hears()).containsExactly(ok(1));
    }

    @Test
    void boundsAGroupAndASession() {
        alice.joins(1, "room:1");
        bert.joins(1, "room:1");
        here.client("cora", "c-1").joins(1, "room:1");
        var dora = here.client("dora", "d-1");
        dora.joins(1, "room:1");
        dora.joins(2, "room:2");
        dora.joins(3, "room:3");
        dora.joins(4, "room:4");

        assertThat(dora.hears())
                .containsExactly(
                        failed(1, CallError.of(CallErrorCode.TOO_MANY)),
                        ok(2),
                        ok(3),
                        failed(4, CallError.of(CallErrorCode.TOO_MANY)));
    }

    @Test
    void takesTheEndOfASessionForALeaveAndFollowsNothingForIt() {
        alice.joins(1, "room:1");
        bert.joins(1, "room:1");
        alice.hears();

        bert.ends();

        assertThat(alice.hears()).containsExactly(changed("room:1", LEFT, "bert"));
        assertThat(there.bus.following()).isZero();
    }

    @Test
    void countsAPlayerOnceHoweverManySessionsItHas() {
        alice.joins(1, "room:1");
        var second = here.client("alice", "a-2");
        bert.joins(1, "room:1");
        alice.hears();

        second.joins(1, "room:1");
        second.ends();

        assertThat(alice.hears()).isEmpty();
    }

    @Test
    void findsWhatTheBusHasLostByItsNumber() {
        alice.joins(1, "room:1");
        alice.hears();
        here.bus.losesOneWhile(() -> bert.joins(1, "room:1"));
        assertThat(alice.hears()).isEmpty();

        there.client("cora", "c-1").joins(1, "room:1");

        assertThat(alice.hears()).containsExactly(changed("room:1", JOINED, "bert"), changed("room:1", JOINED, "cora"));
        assertThat(here.gaps).isZero();
    }

    @Test
    void findsWhatItMissedWhenTheBusIsThereAgainAndWhenItLooks() {
        alice.joins(1, "room:1");
        alice.hears();
        here.bus.deaf(true);
        bert.joins(1, "room:1");
        here.bus.deaf(false);
        assertThat(alice.hears()).containsExactly(changed("room:1", JOINED, "bert"));

        here.bus.losesOneWhile(bert::ends);
        here.watches.catchUp();

        assertThat(alice.hears()).containsExactly(changed("room:1", LEFT, "bert"));
    }

    @Test
    void saysWhoCameAndWentWhereTheRestIsForgotten() {
        alice.joins(1, "room:1");
        bert.joins(1, "room:1");
        alice.hears();
        bench.topics.keeps(1);
        here.bus.deaf(true);
        bert.ends();
        there.client("cora", "c-1").joins(1, "room:1");

        here.bus.deaf(false);

        assertThat(alice.hears()).containsExactly(changed("room:1", JOINED, "cora"), changed("room:1", LEFT, "bert"));
        assertThat(here.gaps).isEqualTo(1);
    }

    @Test
    void forgetsMembershipsOfGroupsThatWereClosed() {
        for (int i = 0; i < 5; i++) {
            alice.joins(1, "room:" + i);
            alice.says(new GroupClose(2, "room:" + i, null));
            assertThat(alice.hears()).containsExactly(ok(1), changed("room:" + i, CLOSED, null), ok(2));
        }

        alice.says(new GroupLeave(3, "room:4", null));

        assertThat(alice.hears()).containsExactly(failed(3, CallError.of(CallErrorCode.NOT_FOUND)));
        assertThat(alice.standing()).isEqualTo(Standing.NONE);
    }

    @Test
    void saysWhenTheNextOwnerNeedsToKnowMore() {
        alice.joins(1, "room:1");
        assertThat(alice.changes).isEqualTo(1);

        alice.says(new GroupLeave(2, "room:1", null));
        assertThat(alice.changes).isEqualTo(2);
    }

    @Test
    void takesNobodyInWhileTheRegistryIsAwayAndForgetsNoLeave() {
        alice.joins(1, "room:1");
        bert.joins(1, "room:1");
        alice.hears();
        bench.topics.away(true);
        here.client("cora", "c-1").joins(1, "room:1");
        var dora = there.client("dora", "d-1");
        dora.joins(1, "room:1");
        bert.ends();
        assertThat(dora.hears()).containsExactly(failed(1, CallError.of(CallErrorCode.UNAVAILABLE)));
        assertThat(alice.hears()).isEmpty();

        bench.topics.away(false);
        there.watches.catchUp();

        assertThat(alice.hears()).containsExactly(changed("room:1", LEFT, "bert"));
        dora.joins(2, "room:1");
        assertThat(dora.hears()).containsExactly(ok(2), changed("room:1", JOINED, "alice"));
    }

    @Test
    void saysOneClosedToASessionWhoseGroupTheRegistryHasLost() {
        alice.joins(1, "room:1");
        alice.hears();

        bench.topics.forgets(Topic.group(Purse.GAME_ID, "room:1"));
        here.watches.catchUp();
        here.watches.catchUp();

        assertThat(alice.hears()).containsExactly(changed("room:1", CLOSED, null));
    }

    private static GroupResult failed(long id, CallError error) {
        return new GroupResult(id, false, error);
    }
}
