package dev.gatehouse.instance.life;

import static dev.gatehouse.instance.life.InstanceExamples.DEADLINES;
import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.instance.GameInstances.Stored;
import org.junit.jupiter.api.Test;

class LastSeenTest {

    private final LastSeen seen = new LastSeen(ID);

    @Test
    void keepsTheNewerOfWhatItIsShown() {
        assertThat(seen.stored()).isEmpty();

        seen.saw(version(2));
        seen.saw(version(1));
        assertThat(seen.stored()).contains(version(2));

        seen.saw(version(3));
        assertThat(seen.stored()).contains(version(3));
    }

    @Test
    void keepsTheLaterOfOneVersionWhoseLinkIsAnother() {
        var relinked = new Stored(InstanceExamples.created(), 2, DEADLINES.silence(), "second");

        seen.saw(version(2));
        seen.saw(relinked);

        assertThat(seen.stored()).contains(relinked);
    }

    private static Stored version(long version) {
        return new Stored(InstanceExamples.created(), version, DEADLINES.silence(), "first");
    }
}
