package dev.gatehouse.session.player.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ClientMessage.GroupJoin;
import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.protocol.ServerMessage.Event;
import dev.gatehouse.model.protocol.ServerMessage.GroupChange;
import dev.gatehouse.model.protocol.ServerMessage.GroupChanged;
import dev.gatehouse.model.protocol.ServerMessage.GroupResult;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What of groups and events is left to a session whose node has lost it, or whose stream starts anew. Each of these
/// was found by the simulation.
class TalkLossTest {

    private static final EventScope ALL = EventScope.everybody();

    private final PlayersBench first = new PlayersBench();
    private final PlayersBench second = first.another("session-2");

    @Test
    void leavesNoGroupForASessionThatMayBeAnotherNodesByNow() {
        var lounge = Topic.group(Purse.GAME_ID, "lounge:1");
        var alice = first.attach("alice", "s-1");
        alice.says(1, new GroupJoin(1, "lounge:1", null));
        first.settles();
        first.time.passes(Duration.ofSeconds(12));
        alice.leavesForGood();
        first.settles();
        assertThat(first.topics.membersOf(lounge)).hasSize(1);

        first.registry.takeOver(PlayersBench.player("alice"), new NodeId("session-3"));
        first.passes(Duration.ofSeconds(4));

        assertThat(first.topics.membersOf(lounge)).hasSize(1);
    }

    @Test
    void leavesTheGroupsOfASessionThatEndedOnceItsLeaseIsRenewed() {
        var alice = first.attach("alice", "s-1");
        alice.says(1, new GroupJoin(1, "lounge:1", null));
        first.settles();
        first.time.passes(Duration.ofSeconds(12));
        alice.leavesForGood();

        first.passes(Duration.ofSeconds(1));

        assertThat(first.topics.membersOf(Topic.group(Purse.GAME_ID, "lounge:1")))
                .isEmpty();
    }

    @Test
    void takesNothingAwayFromASessionThatIsBackHereBeforeWhatItWaitedForWasDone() {
        var alice = first.attach("alice", "s-1");
        var bert = second.attach("bert", "s-2");
        first.topics.holds();
        alice.says(1, says("1"));
        first.settles();
        var other = new NodeId("session-3");
        first.registry.takeOver(PlayersBench.player("alice"), other);
        first.passes(Duration.ofSeconds(4));

        var after = first.carryOn(other, "alice", "s-1");
        first.topics.answers();
        first.settles();
        bert.says(1, says("2"));
        second.settles();
        first.settles();

        assertThat(after.line.messages()).contains(said("2"));
    }

    @Test
    void hearsOnceMoreWhoIsThereWhereItsStreamStartsAnew() {
        var alice = first.attach("alice", "s-1");
        alice.says(1, new GroupJoin(1, "lounge:1", null));
        first.settles();
        var bert = second.attach("bert", "s-2");
        bert.says(1, new GroupJoin(1, "lounge:1", null));
        second.settles();

        // The link broke, and took the word of bert with it.
        var after = first.carryOn(null, "alice", "s-1");
        first.settles();

        assertThat(after.line.messages()).filteredOn(joined("bert")::equals).hasSize(1);
    }

    @Test
    void hearsWhoIsThereWhereItJoinsOnceMore() {
        var bert = second.attach("bert", "s-2");
        bert.says(1, new GroupJoin(1, "lounge:1", null));
        second.settles();
        var alice = first.attach("alice", "s-1");
        alice.says(1, new GroupJoin(1, "lounge:1", null));
        first.settles();

        // Its client has not heard that it is in.
        alice.says(2, new GroupJoin(2, "lounge:1", null));
        first.settles();

        assertThat(alice.line.messages())
                .containsExactly(
                        new GroupResult(1, true, null), joined("bert"), new GroupResult(2, true, null), joined("bert"));
    }

    private static GroupChanged joined(String player) {
        return new GroupChanged("lounge:1", GroupChange.JOINED, new PlayerId(player));
    }

    private static ClientMessage.Event says(String payload) {
        return new ClientMessage.Event("note", ALL, new JsonText(payload));
    }

    private static Event said(String payload) {
        return new Event("note", ALL, new JsonText(payload), new PlayerId("bert"));
    }
}
