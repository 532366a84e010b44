package dev.gatehouse.instance.allocation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTemplateTest {

    @Test
    void splitsAtSpacesOutsideOfQuotes() {
        assertThat(CommandTemplate.parse("java  -cp 'a b.jar' \"Main Class\" --x=1")
                        .words())
                .containsExactly("java", "-cp", "a b.jar", "Main Class", "--x=1");
    }

    @Test
    void fillsValuesInWithoutSplittingThem() {
        var filled = CommandTemplate.parse("run --id={instanceId} {instanceId}").fill(Map.of("instanceId", "a b'c"));

        assertThat(filled).containsExactly("run", "--id=a b'c", "a b'c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "run 'open", "run \"open", "run it's"})
    void refusesWhatIsNoCommand(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> CommandTemplate.parse(line));
    }
}
