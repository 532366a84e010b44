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
import dev.gatehouse.launcher.simulator.conformance.Check;
import dev.gatehouse.launcher.simulator.conformance.Life;
import dev.gatehouse.launcher.simulator.conformance.Mistake;
import dev.gatehouse.launcher.simulator.conformance.PlantedServers;
import dev.gatehouse.launcher.simulator.conformance.Verdict;
import dev.gatehouse.model.id.GameId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ConformanceIT {

    private static final GameId GOLDRUSH = new GameId("goldrush");
    private static final GameId SDK = new GameId("sdk");

    @Test
    void passesTheSdkAndGoldrushAndFindsEachMistakeByTheOneCheckThatIsMeant() throws Exception {
        Map<GameId, Set<Check>> asked = new LinkedHashMap<>();
        asked.put(SDK, Check.all());
        asked.put(GOLDRUSH, Check.withoutADoor());
        Arrays.stream(Mistake.values())
                .forEach(mistake -> asked.put(
                        mistake.game(),
                        mistake.foundBy().life() == Life.OPENS_ITS_DOOR ? Check.all() : Check.withoutADoor()));
        var printed = new ByteArrayOutputStream();
        var console = new Console(new PrintStream(printed, true, UTF_8), System::nanoTime);
        var folders = new Folders(Path.of("..").toRealPath(), SuiteHome.emptied());

        var ports = new Ports(GatehouseScript.freeOffset());
        int status;
        try (var planted = PlantedServers.open()) {
            var settings = new SimulatorSettings(GOLDRUSH, Duration.ofSeconds(6), null, planted.command(java()));
            status = new ConformanceCommand(folders, ports, settings, Check.all(), console).run(tokens(folders), asked);
        }

        var output = printed.toString(UTF_8);
        System.out.println(output);
        assertThat(status).isEqualTo(1);
        assertThat(output).contains("1..15", "not every check holds");
        assertThat(failed(output, GOLDRUSH)).isEmpty();
        assertThat(judged(output, GOLDRUSH)).hasSize(15);
        assertThat(failed(output, SDK)).isEmpty();
        assertThat(judged(output, SDK)).hasSize(22);
        for (Mistake mistake : Mistake.values()) {
            var found = "not " + mistake.foundBy().line(new Verdict.Holds()) + ": ";
            assertThat(failed(output, mistake.game()))
                    .as(mistake.name())
                    .hasSize(1)
                    .allMatch(line -> line.startsWith(found));
        }
    }

    private static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"));
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
