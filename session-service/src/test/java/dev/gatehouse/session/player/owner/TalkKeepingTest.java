package dev.gatehouse.session.player.owner;

import static dev.gatehouse.session.player.bench.PlayersBench.SELF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.GroupJoin;
import dev.gatehouse.model.protocol.ClientMessage.GroupLeave;
import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.Event;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.GroupChange;
import dev.gatehouse.model.protocol.ServerMessage.GroupChanged;
import dev.gatehouse.model.protocol.ServerMessage.GroupResult;
import dev.gatehouse.model.protocol.ServerMessage.Rewind;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.player.answer.AttachAnswer;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What of calls, events and groups is acknowledged, stored and handed over, and when.
class TalkKeepingTest {

    private static final EventScope ALL = EventScope.everybody();

    private final PlayersBench first = new PlayersBench();
    private final PlayersBench second = first.another("session-2");

    @Test
    void acknowledgesAnEventOnlyOnceItHasItsPlace() {
        var alice = first.attach("alice", "s-1");
        alice.says(1, dig(2));
        first.topics.holds();
        alice.says(2, says("1"));
        alice.says(3, new GroupLeave(1, "lounge:1", null));
        first.settles();
        first.passes(Duration.ofSeconds(2));
        alice.says(null, new ClientMessage.Ping(1));
        assertThat(alice.line.last().ack()).isEqualTo(1);

        first.topics.answers();
        first.settles();
        first.passes(Duration.ofSeconds(1));
        alice.says(null, new ClientMessage.Ping(2));

        assertThat(alice.line.last().ack()).isEqualTo(3);
    }

    @Test
    void journalsNoFlushBeforeAnEventThatWasSaidBeforeIt() {
        var alice = first.attach("alice", "s-1");
        first.topics.holds();
        alice.says(1, says("1"));
        first.settles();
        alice.says(2, dig(2));
        alice.says(3, dig(3));
        assertThat(first.registry.entries(PlayersBench.player("alice"))).isZero();
        assertThat(alice.line.messages()).isEmpty();

        first.topics.answers();
        first.settles();

        assertThat(alice.line.messages())
                .filteredOn(FlushResult.class::isInstance)
                .hasSize(2);
        assertThat(first.goldOf("alice")).isEqualTo(5);
    }

    @Test
    void handsOverNoSessionBeforeWhatItsClientSaidHasHadItsTurn() {
        var alice = first.attach("alice", "s-1");
        first.topics.holds();
        alice.says(1, says("1"));
        first.settles();
        alice.says(2, dig(2));
        alice.says(3, says("2"));
        var _ = first.players.departAll();
        first.turns();
        first.players.held(PlayersBench.player("alice"), new SessionId("s-1"));
        first.settles();
        assertThat(alice.line.isGivenBack()).isFalse();

        first.topics.answers();
        first.settles();
        first.settles();

        assertThat(alice.line.isGivenBack()).isTrue();
        var after = second.carryOn(null, "alice", "s-1");
        assertThat(after.line.messages()).noneMatch(Rewind.class::isInstance);
        assertThat(second.goldOf("alice")).isEqualTo(2);
    }

    @Test
    void asksForAnEventAgainWhoseNodeWasLostBeforeItHadItsPlace() {
        var alice = first.attach("alice", "s-1");
        first.topics.holds();
        alice.says(1, says("1"));
        first.settles();
        alice.says(2, dig(2));
        first.passes(Duration.ofSeconds(2));

        var after = second.carryOn(SELF, "alice", "s-1");

        assertThat(after.rewind()).isEqualTo(new Rewind(2, 0, true));
    }

    @Test
    void tellsNoEventOnceItsLeaseMayHaveEndedUntilItIsRenewed() {
        var alice = first.attach("alice", "s-1");
        var bert = second.attach("bert", "s-2");
        first.time.passes(Duration.ofSeconds(12));
        bert.says(1, says("1"));
        second.settles();
        first.turns();
        assertThat(alice.line.messages()).noneMatch(Event.class::isInstance);

        first.passes(Duration.ofSeconds(1));

        assertThat(alice.line.messages()).containsExactly(said("1"));
    }

    @Test
    void tellsNoEventThatItsNextOwnerTells() {
        var alice = first.attach("alice", "s-1");
        var bert = second.attach("bert", "s-2");
        first.time.passes(Duration.ofSeconds(12));
        var after = second.carryOn(SELF, "alice", "s-1");
        bert.says(1, says("1"));
        second.settles();

        first.turns();
        first.passes(Duration.ofSeconds(1));

        assertThat(alice.line.messages()).noneMatch(Event.class::isInstance);
        assertThat(after.line.messages()).filteredOn(Event.class::isInstance).containsExactly(said("1"));
    }

    @Test
    void keepsASessionWhoseEventsNobodyCanTakeForLong() {
        var alice = first.attach("alice", "s-1");
        first.topics.away(true);
        alice.says(1, says("1"));
        first.settles();
        alice.says(2, dig(2));
        for (int minute = 0; minute < 3; minute++) {
            first.passes(Duration.ofSeconds(20));
            alice.says(null, new ClientMessage.Ping(minute));
        }
        assertThat(alice.line.messages()).noneMatch(FlushResult.class::isInstance);

        first.topics.away(false);
        first.passes(Duration.ofSeconds(2));

        assertThat(alice.line.messages())
                .filteredOn(FlushResult.class::isInstance)
                .hasSize(1);
        assertThat(alice.line.messages()).filteredOn(Event.class::isInstance).hasSize(1);
    }

    @Test
    void saysEverythingAgainAfterACrashHoweverMuchItIs() {
        var alice = first.attach("alice", "s-1");
        var bert = second.attach("bert", "s-2");
        first.topics.holds();
        for (int number = 1; number <= 90; number++) {
            alice.says(number, says("1"));
            first.time.passes(Duration.ofMillis(100));
        }
        first.topics.losesHeldBack();

        var after = second.carryOn(SELF, "alice", "s-1");
        var ping = (ServerMessage.Ping) after.line.messages().get(2);
        after.says(null, new ClientMessage.Pong(ping.id()));
        for (int number = 1; number <= 90; number++) {
            after.says(number, says("1"));
        }
        second.settles();

        assertThat(bert.line.messages()).filteredOn(Event.class::isInstance).hasSize(90);
    }

    @Test
    void saysEverythingThatAClientSaidWithoutASocket() {
        var alice = first.attach("alice", "s-1");
        var bert = second.attach("bert", "s-2");
        alice.leaves();
        first.passes(Duration.ofSeconds(10));

        var back = first.resume("alice", alice, 0);
        for (int number = 1; number <= 90; number++) {
            back.says(number, says("1"));
        }
        first.settles();
        second.settles();

        assertThat(bert.line.messages()).filteredOn(Event.class::isInstance).hasSize(90);
    }

    @Test
    void storesAMembershipBeforeItsClientHearsOfIt() {
        var alice = first.attach("alice", "s-1");
        first.registry.sessions().holds();
        alice.says(1, new GroupJoin(1, "lounge:1", null));
        first.settles();
        assertThat(alice.line.messages()).isEmpty();

        first.registry.sessions().answers();
        first.settles();

        assertThat(alice.line.messages()).containsExactly(new GroupResult(1, true, null));
        second.carryOn(SELF, "alice", "s-1");
        second.settles();
        assertThat(second.topics.membersOf(Topic.group(Purse.GAME_ID, "lounge:1")))
                .singleElement()
                .satisfies(member -> assertThat(member.node()).isEqualTo(second.self()));
    }

    @Test
    void takesNobodyOutOfAGroupWhoIsLostToAnotherNode() {
        var alice = first.attach("alice", "s-1");
        alice.says(1, new GroupJoin(1, "lounge:1", null));
        first.settles();
        first.registry.takeOver(PlayersBench.player("alice"), new NodeId("session-2"));

        first.passes(Duration.ofSeconds(4));
        first.settles();

        assertThat(alice.line.isOpen()).isFalse();
        assertThat(second.topics.membersOf(Topic.group(Purse.GAME_ID, "lounge:1")))
                .hasSize(1);
    }

    @Test
    void answersAJoinWhoseMembershipCouldNotBeStoredAtFirst() {
        var alice = first.attach("alice", "s-1");
        first.registry.sessions().silent(true);
        alice.says(1, new GroupJoin(1, "lounge:1", null));
        first.settles();
        assertThat(alice.line.messages()).isEmpty();

        first.registry.sessions().silent(false);
        first.passes(Duration.ofSeconds(1));
        first.settles();

        assertThat(alice.line.messages()).containsExactly(new GroupResult(1, true, null));
    }

    @Test
    void bringsWhatIsSaidWhileTheSessionIsBetweenItsNodes() {
        var alice = first.attach("alice", "s-1");
        var bert = second.attach("bert", "s-2");
        var _ = first.players.departAll();
        first.turns();
        bert.says(1, says("1"));
        second.settles();
        first.players.held(PlayersBench.player("alice"), new SessionId("s-1"));
        first.settles();
        bert.says(2, says("2"));
        second.settles();

        var after = second.carryOn(null, "alice", "s-1");
        bert.says(3, says("3"));
        second.settles();

        var heard = alice.line.messages();
        heard = List.of(
                heard.getFirst(),
                after.line.messages().getFirst(),
                after.line.messages().getLast());
        assertThat(heard).containsExactly(said("1"), said("2"), said("3"));
        assertThat(alice.line.numbers()).containsExactly(1L);
        assertThat(after.line.numbers()).containsExactly(2L, 3L);
    }

    @Test
    void leavesTheGroupsOfASessionThatEndsWhileItIsBeingGivenAway() {
        var alice = first.attach("alice", "s-1");
        var bert = second.attach("bert", "s-2");
        alice.says(1, new GroupJoin(1, "lounge:1", null));
        first.settles();
        bert.says(1, new GroupJoin(1, "lounge:1", null));
        second.settles();
        first.registry.sessions().holds();
        alice.says(2, new GroupJoin(2, "lounge:2", null));
        first.settles();
        var departure = first.players.departAll();
        first.turns();
        first.players.held(PlayersBench.player("alice"), new SessionId("s-1"));
        first.settles();

        alice.leavesForGood();
        first.registry.sessions().answers();
        first.settles();
        second.settles();

        assertThat(departure.toCompletableFuture()).isCompleted();
        assertThat(bert.line.messages())
                .filteredOn(new GroupChanged("lounge:1", GroupChange.LEFT, new PlayerId("alice"))::equals)
                .hasSize(1);
        assertThat(second.topics.membersOf(Topic.group(Purse.GAME_ID, "lounge:2")))
                .isEmpty();
        assertThat(first.registry.sessions().of(PlayersBench.player("alice"))).isEmpty();
    }

    @Test
    void asksForNothingAgainThatHasHadItsEffectWhereTheStreamStartsAnew() {
        var alice = first.attach("alice", "s-1");
        alice.says(1, new GroupJoin(1, "lounge:1", null));
        first.settles();

        // The link broke, and took the answer with it.
        var after = first.carryOn(null, "alice", "s-1");

        assertThat(after.rewind()).isEqualTo(new Rewind(2, 1, true));
    }

    @Test
    void forgetsWhatWasStoredOfANewcomerThatIsRefused() {
        first.registry.sessions().silent(true);

        var alice = first.attach("alice", "s-1");

        assertThat(alice.answer()).isEqualTo(AttachAnswer.Refused.forNow());
        assertThat(first.registry.sessions().of(PlayersBench.player("alice"))).isEmpty();
    }

    private static ClientMessage.Event says(String payload) {
        return new ClientMessage.Event("note", ALL, new JsonText(payload));
    }

    private static Event said(String payload) {
        return new Event("note", ALL, new JsonText(payload), new PlayerId("bert"));
    }

    private static Flush dig(int amount) {
        return new Flush(List.of(PlayersBench.call(100, "{\"amount\":" + amount + "}")), null);
    }
}
