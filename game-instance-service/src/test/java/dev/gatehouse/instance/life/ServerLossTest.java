package dev.gatehouse.instance.life;

import static dev.gatehouse.instance.life.InstanceExamples.NOW;
import static dev.gatehouse.instance.life.InstanceExamples.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.LifeEvent.ServerLost;
import dev.gatehouse.instance.life.Outcome.Changed;
import dev.gatehouse.instance.life.Outcome.Unchanged;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.registry.instance.InstanceRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServerLossTest {

    @Test
    void failsWhereTheServerGoesBeforeItWasAllocated() {
        assertThat(stateAfterLoss(InstanceExamples.in(InstanceState.ALLOCATING)))
                .isEqualTo(InstanceState.FAILED);
    }

    @Test
    void terminatesWhereTheServerGoesInTheMiddleOfAGame() {
        assertThat(stateAfterLoss(InstanceExamples.in(InstanceState.RUNNING))).isEqualTo(InstanceState.TERMINATED);
    }

    @ParameterizedTest
    @EnumSource(InstanceState.class)
    @DisplayName("a server that the instance has not, or not any more, ends nothing by going")
    void changesNothingForAnothersLoss(InstanceState state) {
        var other = new ServerLost(new ServerId("gs-earlier"), "exit 1");

        assertThat(Instances.step(InstanceExamples.in(state), other, NOW)).isEqualTo(new Unchanged());
    }

    private static InstanceState stateAfterLoss(InstanceRecord instance) {
        var outcome = Instances.step(instance, new ServerLost(SERVER, "exit 1"), NOW);
        return ((Changed) outcome).next().state();
    }
}
