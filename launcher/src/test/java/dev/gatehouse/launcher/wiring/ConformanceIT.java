package dev.gatehouse.launcher.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.launcher.GatehouseScript;
import dev.gatehouse.launcher.SuiteHome;
import dev.gatehouse.launcher.keys.DevelopmentKeys;
import dev.gatehouse.launcher.keys.DevelopmentTokens;
import dev.gatehouse.launcher.keys.KeyFiles;
import dev.gatehouse.launcher.process.Console;
import dev.gatehouse.launcher.settings.Folders;
import dev.gatehouse.launcher.settings.Ports;
import dev.gatehouse.launcher.settings.SimulatorSettings;
import dev.gatehouse.launcher.simulator.conformance.Mistake;
import dev.gatehouse.launcher.simulator.conformance.Verdict;
import dev.gatehouse.model.id.GameId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ConformanceIT {

    private static final GameId GOLDRUSH = new GameId("goldrush");
    private static final String PLANTED = "dev.gatehouse.launcher.simulator.conformance.PlantedServerMain";

    @Test
    void passesGoldrushAndFindsEachMistakeByTheOneCheckThatIsMeant() throws Exception {
        List<GameId> games = new ArrayList<>(List.of(GOLDRUSH));
        Arrays.stream(Mistake.values()).map(Mistake::game).forEach(games::add);
        var printed = new ByteArrayOutputStream();
        var console = new Console(new PrintStream(printed, true, UTF_8), System::nanoTime);
        var folders = new Folders(Path.of("..").toRealPath(), SuiteHome.emptied());

        int status = new ConformanceCommand(folders, new Ports(GatehouseScript.freeOffset()), settings(), console)
                .run(tokens(folders), games);

        var output = printed.toString(UTF_8);
        System.out.println(output);
        assertThat(status).isEqualTo(1);
        assertThat(output).contains("1..10", "not every check holds");
        assertThat(failed(output, GOLDRUSH)).isEmpty();
        assertThat(judged(output, GOLDRUSH)).hasSize(10);
        for (Mistake mistake : Mistake.values()) {
            var found = "not " + mistake.foundBy().line(new Verdict.Holds()) + ": ";
            assertThat(failed(output, mistake.game()))
                    .as(mistake.name())
                    .hasSize(1)
                    .allMatch(line -> line.startsWith(found));
        }
    }

    private static SimulatorSettings settings() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new SimulatorSettings(
                GOLDRUSH,
                Duration.ofSeconds(6),
                null,
                List.of(
                        java,
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PLANTED,
                        "{gameId}"));
    }

    private static DevelopmentTokens tokens(Folders folders) throws IOException {
        var keys = new DevelopmentKeys(new KeyFiles(folders.keys()), new SecureRandom());
        keys.makeMissing();
        return new DevelopmentTokens(keys.development(), InstantSource.system(), Duration.ofHours(1));
    }

    private static List<String> failed(String output, GameId game) {
        return section(output, game).stream()
                .filter(line -> line.startsWith("not ok "))
                .toList();
    }

    private static List<String> judged(String output, GameId game) {
        return section(output, game).stream()
                .filter(line -> line.startsWith("ok ") || line.startsWith("not ok "))
                .toList();
    }

    private static List<String> section(String output, GameId game) {
        return output.lines()
                .dropWhile(line -> !line.equals("# " + game))
                .skip(1)
                .takeWhile(line -> !line.startsWith("# "))
                .toList();
    }
}
