package dev.gatehouse.instance.life;

import static dev.gatehouse.instance.life.InstanceExamples.ADDRESS;
import static dev.gatehouse.instance.life.InstanceExamples.ALICE;
import static dev.gatehouse.instance.life.InstanceExamples.ASKED;
import static dev.gatehouse.instance.life.InstanceExamples.BOB;
import static dev.gatehouse.instance.life.InstanceExamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.LifeEffect.ReleaseServer;
import dev.gatehouse.instance.life.LifeEffect.SendHostDetails;
import dev.gatehouse.instance.life.LifeEffect.TellPlayers;
import dev.gatehouse.instance.life.LifeEffect.TellServer;
import dev.gatehouse.instance.life.LifeEvent.AllocationStarted;
import dev.gatehouse.instance.life.LifeEvent.DataUpdated;
import dev.gatehouse.instance.life.LifeEvent.DrainRequested;
import dev.gatehouse.instance.life.LifeEvent.EndRequested;
import dev.gatehouse.instance.life.LifeEvent.ExpiryReached;
import dev.gatehouse.instance.life.LifeEvent.PlayersAdded;
import dev.gatehouse.instance.life.LifeEvent.PlayersConnected;
import dev.gatehouse.instance.life.LifeEvent.PlayersRemoved;
import dev.gatehouse.instance.life.LifeEvent.PresenceChanged;
import dev.gatehouse.instance.life.LifeEvent.Released;
import dev.gatehouse.instance.life.LifeEvent.ServerAllocated;
import dev.gatehouse.instance.life.LifeEvent.ServerLinked;
import dev.gatehouse.instance.life.LifeEvent.ServerLost;
import dev.gatehouse.instance.life.LifeEvent.ServerReplaced;
import dev.gatehouse.instance.life.LifeEvent.StartFailed;
import dev.gatehouse.instance.life.LifeEvent.Touched;
import dev.gatehouse.instance.life.Outcome.Changed;
import dev.gatehouse.instance.life.Outcome.Refused;
import dev.gatehouse.instance.life.Outcome.Unchanged;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.lifecycle.InstanceLifecycle;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.lifecycle.InstanceTrigger;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.instance.AllocatedServer;
import dev.gatehouse.registry.instance.AllocatedServer.Address;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.PairIds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class InstancesTest {

    private static final Map<InstanceTrigger, LifeEvent> EVENTS = Map.of(
            InstanceTrigger.ALLOCATION_STARTED, new AllocationStarted(ASKED),
            InstanceTrigger.SERVER_ALLOCATED, new ServerAllocated("racks"),
            InstanceTrigger.SERVER_LINKED, new ServerLinked(ADDRESS),
            InstanceTrigger.PLAYERS_CONNECTED, new PlayersConnected(List.of(ALICE)),
            InstanceTrigger.START_FAILED, new StartFailed("no server"),
            InstanceTrigger.SERVER_LOST, new ServerLost(InstanceExamples.SERVER, "gone"),
            InstanceTrigger.END_REQUESTED, new EndRequested("done"),
            InstanceTrigger.EXPIRY_REACHED, new ExpiryReached("too long"));

    @Test
    void movesAsTheTableSaysAndNeverOtherwise() {
        assertThat(EVENTS).containsOnlyKeys(InstanceTrigger.values());
        for (InstanceState state : InstanceState.values()) {
            EVENTS.forEach((trigger, event) -> {
                var outcome = Instances.step(InstanceExamples.in(state), event, NOW);
                var legal = InstanceLifecycle.TABLE.next(state, trigger);
                if (legal.isPresent()) {
                    assertThat(stateAfter(outcome, state))
                            .as("%s in %s", trigger, state)
                            .isEqualTo(legal.get());
                } else if (!(trigger == InstanceTrigger.SERVER_LOST && state == InstanceState.ALLOCATING)) {
                    assertThat(stateAfter(outcome, state))
                            .as("%s in %s", trigger, state)
                            .isEqualTo(state);
                }
            });
        }
    }

    @Test
    void namesItsServerBeforeAProviderIsAsked() {
        assertThat(next(InstanceExamples.created(), new AllocationStarted(ASKED))
                        .server())
                .isEqualTo(ASKED);
    }

    @Test
    void namesAnotherServerOnlyWhileItWaitsForOne() {
        var other = AllocatedServer.asked(new ServerId("gs-2"), ASKED.allocatedBy(), new PairIds("other", "pair"));
        var replaced = new ServerReplaced(other);

        assertThat(next(InstanceExamples.in(InstanceState.ALLOCATING), replaced).server())
                .isEqualTo(other);
        for (var state : List.of(InstanceState.CREATED, InstanceState.ALLOCATED, InstanceState.LINKED)) {
            assertThat(Instances.step(InstanceExamples.in(state), replaced, NOW))
                    .isEqualTo(new Refused(PartnerError.WRONG_STATE));
        }
    }

    @Test
    void notesWhoGaveTheServer() {
        var allocated = next(InstanceExamples.in(InstanceState.ALLOCATING), new ServerAllocated("racks"));

        assertThat(allocated.server()).isEqualTo(ASKED.givenBy("racks"));
    }

    @Test
    void linksAServerThatIsQuickerThanItsProvider() {
        var linked = next(InstanceExamples.in(InstanceState.ALLOCATING), new ServerLinked(ADDRESS));

        assertThat(linked.state()).isEqualTo(InstanceState.LINKED);
        assertThat(Instances.step(linked, new ServerAllocated("racks"), NOW)).isEqualTo(new Unchanged());
    }

    @Test
    void letsAServerLinkAgainAtTheSameAddressOnly() {
        var running = InstanceExamples.in(InstanceState.RUNNING);

        assertThat(Instances.step(running, new ServerLinked(ADDRESS), NOW)).isEqualTo(new Unchanged());
        assertThat(Instances.step(running, new ServerLinked(new Address("elsewhere", 1, 16)), NOW))
                .isEqualTo(new Refused(PartnerError.OTHER_ADDRESS));
    }

    @Test
    void tellsPlayersWhereToGoOnceTheServerHasTakenThem() {
        var outcome = Instances.step(
                InstanceExamples.in(InstanceState.LINKED), new PlayersConnected(List.of(ALICE, ALICE)), NOW);

        assertThat(outcome).isInstanceOfSatisfying(Changed.class, changed -> {
            assertThat(changed.next().state()).isEqualTo(InstanceState.RUNNING);
            assertThat(changed.next().seat(ALICE).orElseThrow().connected()).isTrue();
            assertThat(changed.next().seat(BOB).orElseThrow().connected()).isFalse();
            assertThat(changed.effects()).containsExactly(new SendHostDetails(List.of(ALICE), ADDRESS));
        });
    }

    @Test
    void takesAllPlayersOrNone() {
        var stranger = new PlayersConnected(List.of(ALICE, new PlayerId("mallory")));

        assertThat(Instances.step(InstanceExamples.in(InstanceState.LINKED), stranger, NOW))
                .isEqualTo(new Refused(PartnerError.PLAYER_NOT_IN_INSTANCE));
    }

    @Test
    void takesNoMorePlayersThanTheServerHasRoomFor() {
        var small = InstanceExamples.in(InstanceState.LINKED).withServer(ASKED.at(new Address("127.0.0.1", 7777, 1)));
        var full = next(small, new PlayersConnected(List.of(ALICE)));

        assertThat(Instances.step(full, new PlayersConnected(List.of(BOB)), NOW))
                .isEqualTo(new Refused(PartnerError.INSTANCE_FULL));
        assertThat(Instances.step(full, new PlayersConnected(List.of(ALICE)), NOW))
                .isInstanceOf(Changed.class);
    }

    @Test
    void takesNoPlayersBeforeTheServerHasLinked() {
        assertThat(Instances.step(
                        InstanceExamples.in(InstanceState.ALLOCATED), new PlayersConnected(List.of(ALICE)), NOW))
                .isEqualTo(new Refused(PartnerError.NOT_LINKED));
    }

    @Test
    void addsEachPlayerOnceAndTellsBothSides() {
        var carol = new InstancePlayer(new PlayerId("carol"), 1);
        var outcome = Instances.step(
                InstanceExamples.in(InstanceState.RUNNING),
                new PlayersAdded(List.of(new InstancePlayer(ALICE, 0), carol, carol)),
                NOW);

        assertThat(outcome).isInstanceOfSatisfying(Changed.class, changed -> {
            assertThat(changed.next().players()).hasSize(3);
            assertThat(changed.effects())
                    .containsExactly(
                            new TellPlayers(InstanceEvent.ADDED, List.of(carol.playerId()), ""), new TellServer());
        });
    }

    @Test
    @DisplayName(
            "3.4 (13): players are removed, the last one too, and the game goes on; asked again it is done already")
    void removesPlayersAndTheGameGoesOn() {
        var outcome = Instances.step(
                InstanceExamples.in(InstanceState.RUNNING),
                new PlayersRemoved(List.of(ALICE, new PlayerId("mallory"))),
                NOW);

        assertThat(outcome).isInstanceOfSatisfying(Changed.class, changed -> {
            assertThat(changed.next().state()).isEqualTo(InstanceState.RUNNING);
            assertThat(changed.next().seat(ALICE)).isEmpty();
            assertThat(changed.effects())
                    .containsExactly(new TellPlayers(InstanceEvent.REMOVED, List.of(ALICE), ""), new TellServer());
            assertThat(Instances.step(changed.next(), new PlayersRemoved(List.of(ALICE)), NOW))
                    .isEqualTo(new Unchanged());
            var empty = next(changed.next(), new PlayersRemoved(List.of(BOB)));
            assertThat(empty.state()).isEqualTo(InstanceState.RUNNING);
            assertThat(empty.players()).isEmpty();
        });
    }

    @Test
    void notesWhoIsInTheGame() {
        var joined = next(InstanceExamples.in(InstanceState.RUNNING), new PresenceChanged(ALICE, true));

        assertThat(joined.seat(ALICE).orElseThrow().present()).isTrue();
        assertThat(Instances.step(joined, new PresenceChanged(ALICE, true), NOW))
                .isEqualTo(new Unchanged());
        assertThat(Instances.step(joined, new PresenceChanged(new PlayerId("mallory"), true), NOW))
                .isEqualTo(new Refused(PartnerError.PLAYER_NOT_IN_INSTANCE));
    }

    @Test
    void isTouchedByWhateverChangesIt() {
        var later = NOW.plusSeconds(60);
        var outcome =
                Instances.step(InstanceExamples.in(InstanceState.RUNNING), new PresenceChanged(ALICE, true), later);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Changed.class,
                        changed -> assertThat(changed.next().lastTouch()).isEqualTo(later));
    }

    @Test
    void tellsEverybodyWhenItEnds() {
        var outcome = Instances.step(InstanceExamples.in(InstanceState.RUNNING), new EndRequested("alice won"), NOW);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Changed.class,
                        changed -> assertThat(changed.effects())
                                .containsExactly(
                                        new TellServer(),
                                        new TellPlayers(InstanceEvent.ENDED, List.of(ALICE, BOB), "alice won"),
                                        new ReleaseServer()));
    }

    @ParameterizedTest
    @EnumSource(
            value = InstanceState.class,
            names = {"ALLOCATING", "ALLOCATED"})
    void givesTheServerBackWhenTheStartFails(InstanceState state) {
        var outcome = Instances.step(InstanceExamples.in(state), new StartFailed("no server"), NOW);

        assertThat(outcome).isInstanceOfSatisfying(Changed.class, changed -> {
            assertThat(changed.next().state()).isEqualTo(InstanceState.FAILED);
            assertThat(changed.effects())
                    .containsExactly(
                            new TellServer(),
                            new TellPlayers(InstanceEvent.FAILED, List.of(ALICE, BOB), "no server"),
                            new ReleaseServer());
        });
    }

    @Test
    @DisplayName("3.4 (14): an end that is asked for twice is one")
    void endsTwiceAsOnce() {
        assertThat(Instances.step(InstanceExamples.in(InstanceState.ENDED), new EndRequested("again"), NOW))
                .isEqualTo(new Unchanged());
    }

    @ParameterizedTest
    @EnumSource(
            value = InstanceState.class,
            names = {"ENDED", "FAILED", "TERMINATED", "EXPIRED"})
    void changesNothingOnceItIsOver(InstanceState over) {
        var instance = InstanceExamples.in(over);
        var late = List.of(
                new ServerAllocated("racks"),
                new ServerLinked(ADDRESS),
                new ServerReplaced(ASKED),
                new PlayersConnected(List.of(ALICE)),
                new PlayersAdded(List.of(new InstancePlayer(ALICE, 0))),
                new PlayersRemoved(List.of(ALICE)),
                new PresenceChanged(ALICE, true),
                new DataUpdated(new DataChange(new JsonText("{\"late\":true}"), null, null, List.of())),
                new DrainRequested(Duration.ofMinutes(1)),
                new Touched());

        for (LifeEvent event : late) {
            assertThat(Instances.step(instance, event, NOW))
                    .as(event.toString())
                    .isEqualTo(new Refused(PartnerError.INSTANCE_OVER));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = InstanceState.class,
            mode = Mode.EXCLUDE,
            names = {"ENDED", "FAILED", "TERMINATED", "EXPIRED"})
    void isNotReleasedWhileItLives(InstanceState alive) {
        assertThat(Instances.step(InstanceExamples.in(alive), new Released(), NOW))
                .isEqualTo(new Unchanged());
    }

    @Test
    void isReleasedOnce() {
        var released = next(InstanceExamples.in(InstanceState.ENDED), new Released());

        assertThat(released.released()).isTrue();
        assertThat(Instances.step(released, new Released(), NOW)).isEqualTo(new Unchanged());
    }

    private static InstanceRecord next(InstanceRecord now, LifeEvent event) {
        return Optional.of(Instances.step(now, event, NOW))
                .filter(Changed.class::isInstance)
                .map(Changed.class::cast)
                .orElseThrow()
                .next();
    }

    private static InstanceState stateAfter(Outcome outcome, InstanceState before) {
        return outcome instanceof Changed(var next, var _) ? next.state() : before;
    }
}
