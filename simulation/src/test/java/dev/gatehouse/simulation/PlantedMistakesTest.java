package dev.gatehouse.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.simulation.check.Promise;
import dev.gatehouse.simulation.check.Violation;
import dev.gatehouse.simulation.plant.AcknowledgesTooEarly;
import dev.gatehouse.simulation.plant.EndsEarly;
import dev.gatehouse.simulation.plant.LosesTheLastFrame;
import dev.gatehouse.simulation.plant.RepeatsAppends;
import dev.gatehouse.simulation.plant.SkipsAnEntry;
import dev.gatehouse.simulation.plant.StoresLess;
import dev.gatehouse.simulation.plant.TellsOfTheRefused;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The checks can fail: mistakes that are put in on purpose are found within a few hundred seeds.
class PlantedMistakesTest {

    private static final int SEEDS = 300;

    @Test
    @DisplayName("an acknowledgement before the append: an owner that lives finds the entries missing itself")
    void findsAnAcknowledgementBeforeTheAppend() {
        assertThat(brokenBy(Plants.ofJournal(AcknowledgesTooEarly::new), Promise.C3))
                .contains(Promise.C3);
    }

    @Test
    void findsARegistryThatComparesNoLease() {
        assertThat(brokenBy(Plants.ofFence((held, _) -> held != null), Promise.C5))
                .contains(Promise.C5);
    }

    @Test
    void findsAReplayThatSkipsAnEntry() {
        assertThat(brokenBy(Plants.ofJournal(SkipsAnEntry::new), Promise.C1, Promise.C9))
                .contains(Promise.C1, Promise.C9);
    }

    @Test
    void findsASnapshotWithoutHiddenMembers() {
        assertThat(brokenBy(Plants.ofJournal(StoresLess::withoutHiddenMembers), Promise.C9))
                .contains(Promise.C9);
    }

    @Test
    void findsASnapshotWithoutKeys() {
        assertThat(brokenBy(Plants.ofJournal(StoresLess::withoutKeys), Promise.C9))
                .contains(Promise.C9);
    }

    @Test
    void findsARegistryThatRepeatsAppends() {
        assertThat(brokenBy(Plants.ofJournal(RepeatsAppends::new), Promise.C2)).contains(Promise.C2);
    }

    @Test
    void findsAnOwnerThatTakesItsLeaseForLongerThanItIs() {
        assertThat(brokenBy(Plants.ofLeases(EndsEarly::new), Promise.C4)).contains(Promise.C4);
    }

    @Test
    void findsAStreamThatGoesOnBehindItsEnd() {
        assertThat(brokenBy(Plants.ofSessions(LosesTheLastFrame::new), Promise.C6))
                .contains(Promise.C6);
    }

    @Test
    void findsAClientThatIsToldOfWhatTheServerRefused() {
        assertThat(brokenBy(Plants.ofOrders(TellsOfTheRefused::order), Promise.EQUAL_MODELS))
                .contains(Promise.EQUAL_MODELS);
    }

    /// @param sought all of them, each by a check of its own
    private static Set<Promise> brokenBy(Plants plants, Promise... sought) {
        var broken = EnumSet.noneOf(Promise.class);
        for (long seed = 1; seed <= SEEDS && !broken.containsAll(List.of(sought)); seed++) {
            Simulation.run(seed, false, plants).violations().stream()
                    .map(Violation::promise)
                    .forEach(broken::add);
        }
        return broken;
    }
}
