package dev.gatehouse.instance.life;

import static dev.gatehouse.instance.life.InstanceExamples.ALICE;
import static dev.gatehouse.instance.life.InstanceExamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.LifeEvent.DrainRequested;
import dev.gatehouse.instance.life.LifeEvent.EndRequested;
import dev.gatehouse.instance.life.LifeEvent.PlayersAdded;
import dev.gatehouse.instance.life.LifeEvent.PlayersConnected;
import dev.gatehouse.instance.life.Outcome.Changed;
import dev.gatehouse.instance.life.Outcome.Refused;
import dev.gatehouse.instance.life.Outcome.Unchanged;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrainTest {

    private final Deadlines deadlines = InstanceExamples.DEADLINES;

    @Test
    void takesNoMorePlayersOnceItDrains() {
        var drained = next(InstanceExamples.in(InstanceState.RUNNING), new DrainRequested(Duration.ofMinutes(5)));

        assertThat(drained.drainEnd()).contains(NOW.plusSeconds(300));
        assertThat(drained.state()).isEqualTo(InstanceState.RUNNING);
        assertThat(Instances.step(
                        drained, new PlayersAdded(List.of(new InstancePlayer(new PlayerId("carol"), 0))), NOW))
                .isEqualTo(new Refused(PartnerError.INSTANCE_DRAINING));
        assertThat(next(drained, new PlayersConnected(List.of(ALICE)))
                        .seat(ALICE)
                        .orElseThrow()
                        .connected())
                .as("who has a place already comes in")
                .isTrue();
    }

    @Test
    void drainsByTheEarliestDeadline() {
        var drained = next(InstanceExamples.in(InstanceState.RUNNING), new DrainRequested(Duration.ofMinutes(5)));

        assertThat(Instances.step(drained, new DrainRequested(Duration.ofMinutes(5)), NOW))
                .isEqualTo(new Unchanged());
        assertThat(Instances.step(drained, new DrainRequested(Duration.ofHours(1)), NOW))
                .isEqualTo(new Unchanged());
        assertThat(next(drained, new DrainRequested(Duration.ofMinutes(1))).drainEnd())
                .contains(NOW.plusSeconds(60));
    }

    @Test
    void endsWhatHasDrained() {
        var drained = InstanceExamples.in(InstanceState.RUNNING).drained(NOW.plusSeconds(3));

        assertThat(deadlines.lookIn(drained, NOW)).contains(Duration.ofSeconds(3));
        assertThat(deadlines.due(drained, true, NOW.plusSeconds(3).minusMillis(1)))
                .isEmpty();
        assertThat(deadlines.due(drained, true, NOW.plusSeconds(3))).contains(new EndRequested("drained"));
        assertThat(deadlines.lookIn(InstanceExamples.in(InstanceState.RUNNING).drained(NOW.plusSeconds(3_600)), NOW))
                .contains(Duration.ofSeconds(5));
    }

    private static InstanceRecord next(InstanceRecord now, LifeEvent event) {
        return ((Changed) Instances.step(now, event, NOW)).next();
    }
}
