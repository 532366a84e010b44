package dev.gatehouse.launcher.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.launcher.process.Console;
import dev.gatehouse.launcher.process.SuiteRun;
import dev.gatehouse.launcher.settings.Folders;
import dev.gatehouse.launcher.suite.Suite;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HarmTest {

    private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

    @TempDir
    private Path home;

    @ParameterizedTest
    @EnumSource
    void doesNotCountWhatHappenedToNobody(Harm.Kind kind) throws Exception {
        var harm = kind.in(nothingRuns(), RANDOM);

        harm.happenTo("session-1");

        assertThat(harm.times()).isZero();
    }

    @Test
    void hasNotHappenedWhereNoPartWasHarmed() {
        assertThat(churn("session-1", "session-2").happened()).isFalse();
        assertThat(churn().happened()).isTrue();
    }

    private Churn churn(String... parts) {
        return new Churn(nothingRuns(), new ChurnPlan(Harm.Kind.KILL, List.of(parts)), RANDOM, () -> 0);
    }

    private SuiteRun nothingRuns() {
        var console = new Console(new PrintStream(OutputStream.nullOutputStream()), () -> 0);
        return new SuiteRun(new Suite(false), List.of(), Map.of(), new Folders(home, home), console, _ -> {});
    }
}
