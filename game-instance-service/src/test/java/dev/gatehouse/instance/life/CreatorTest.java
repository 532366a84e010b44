package dev.gatehouse.instance.life;

import static dev.gatehouse.instance.life.InstanceExamples.ASKED;
import static dev.gatehouse.instance.life.InstanceExamples.DEADLINES;
import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static dev.gatehouse.instance.life.InstanceExamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.instance.life.Creator.Result;
import dev.gatehouse.instance.life.LifeEvent.EndRequested;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.registry.instance.AllocatedServer;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.PairIds;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CreatorTest {

    private static final AllocatedServer ANOTHER =
            AllocatedServer.asked(new ServerId("gs-2"), new NodeId("game-instance-2"), new PairIds("g2", "s2"));

    private final TestTime time = new TestTime(NOW);
    private final InMemoryInstanceStore store = new InMemoryInstanceStore();
    private final UnsettledCreations unsettled = new UnsettledCreations(store);
    private final Queue<AllocatedServer> servers = new ArrayDeque<>(List.of(ASKED, ANOTHER));
    private final List<InstanceId> begun = new ArrayList<>();
    private final List<InstanceId> goneOnWith = new ArrayList<>();
    private final Creator creator = new Creator(store, DEADLINES, time, servers::remove, this::begin, unsettled);

    @Test
    void goesOnWithANewInstanceAtOnce() {
        assertThat(creator.create(InstanceExamples.creation())).isInstanceOf(Result.Created.class);

        assertThat(goneOnWith).containsExactly(ID);
    }

    @Test
    @DisplayName("a creation whose answer was lost burns no key: its server is asked for, once, when the store answers")
    void goesOnWithAnInstanceThatWasStoredWithoutAnAnswer() {
        createWithoutAnAnswer();
        assertThat(goneOnWith).isEmpty();

        store.isAway(true);
        unsettled.turn();
        assertThat(goneOnWith).isEmpty();
        assertThat(unsettled.size()).isEqualTo(1);

        store.isAway(false);
        unsettled.turn();
        unsettled.turn();

        assertThat(goneOnWith).containsExactly(ID);
        assertThat(unsettled.size()).isZero();
        // Its players are looked for anew.
        assertThat(begun).containsExactly(ID, ID);
        assertThat(creator.find(InstanceExamples.creation())).containsInstanceOf(Result.Existed.class);
    }

    @Test
    void leavesAnInstanceAloneThatAnotherAttemptHasMade() {
        creator.create(InstanceExamples.creation());
        createWithoutAnAnswer();

        unsettled.turn();

        assertThat(goneOnWith).containsExactly(ID);
    }

    @Test
    void asksForNoServerForWhatIsOver() {
        createWithoutAnAnswer();
        new InstanceLife(store, new NoEffects(), new Receipts(time), DEADLINES, time, Runnable::run)
                .apply(ID, new EndRequested("no more"));

        unsettled.turn();

        assertThat(goneOnWith).isEmpty();
    }

    @Test
    void forgetsWhatWasNotStored() {
        unsettled.add(InstanceExamples.created(), () -> goneOnWith.add(ID));

        unsettled.turn();
        store.create(InstanceExamples.created(), Duration.ZERO, Duration.ZERO);
        unsettled.turn();

        assertThat(goneOnWith).isEmpty();
    }

    @Test
    void remembersOnlySoMany() {
        for (int i = 0; i <= UnsettledCreations.MAX; i++) {
            unsettled.add(InstanceExamples.created(), () -> goneOnWith.add(ID));
        }
        store.create(InstanceExamples.created(), Duration.ZERO, Duration.ZERO);

        unsettled.turn();

        assertThat(goneOnWith).hasSize(UnsettledCreations.MAX);
    }

    private Runnable begin(InstanceRecord made) {
        begun.add(made.id());
        return () -> goneOnWith.add(made.id());
    }

    private void createWithoutAnAnswer() {
        store.losesAnswersToCreations();
        assertThatThrownBy(() -> creator.create(InstanceExamples.creation()))
                .isInstanceOf(RegistryUnavailableException.class);
    }
}
