package dev.gatehouse.launcher.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.model.id.InstanceId;
import org.junit.jupiter.api.Test;

class InstancesTest {

    private static final InstanceId FIRST = new InstanceId("gi-a");
    private static final InstanceId SECOND = new InstanceId("gi-b");

    private final Instances instances = new Instances();

    @Test
    void knowsEachByItsNumberAndItsId() {
        assertThat(instances.add(FIRST)).isEqualTo(1);
        assertThat(instances.add(SECOND)).isEqualTo(2);
        assertThat(instances.add(FIRST)).isEqualTo(1);

        assertThat(instances.find("2")).isEqualTo(SECOND);
        assertThat(instances.find("gi-a")).isEqualTo(FIRST);
        assertThat(instances.label(SECOND)).isEqualTo("[2]");
    }

    @Test
    void numbersWhatItHearsOfFirstHere() {
        instances.add(FIRST);

        assertThat(instances.label(SECOND)).isEqualTo("[2 is gi-b]");
        assertThat(instances.label(SECOND)).isEqualTo("[2]");
        assertThat(instances.find("2")).isEqualTo(SECOND);
        assertThat(instances.all()).containsExactly(FIRST, SECOND);
    }

    @Test
    void leavesAnIdToTheServiceThatItHasNeverHeardOf() {
        assertThat(instances.find("gi-never")).isEqualTo(new InstanceId("gi-never"));
        assertThat(instances.all()).isEmpty();
    }

    @Test
    void saysWhichThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> instances.find("1"))
                .withMessage("instance: 1 (expected: one that was allocated, or an id)");
        instances.add(FIRST);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> instances.find("2"))
                .withMessage("instance: 2 (expected: 1 to 1, or an id)");
    }
}
