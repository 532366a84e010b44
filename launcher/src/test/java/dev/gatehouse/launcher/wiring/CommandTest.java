package dev.gatehouse.launcher.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.launcher.faults.Fault;
import dev.gatehouse.launcher.settings.Hosted;
import dev.gatehouse.launcher.settings.Ports;
import dev.gatehouse.launcher.settings.Replicas;
import dev.gatehouse.launcher.settings.SimulatorSettings;
import dev.gatehouse.launcher.simulator.conformance.Check;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTest {

    @Test
    void movesPorts() {
        assertThat(Command.parse(List.of("up", "--port-offset", "100")))
                .isEqualTo(new Command.Up(new Ports(100), Replicas.SINGLE, Hosted.GOLDRUSH));
    }

    @Test
    void staysWhereItIsByDefault() {
        assertThat(Command.parse(List.of("up")))
                .isEqualTo(new Command.Up(new Ports(0), Replicas.SINGLE, Hosted.GOLDRUSH));
    }

    @Test
    void countsReplicas() {
        assertThat(Command.parse(List.of("up", "--session-nodes", "3", "--proxies", "2")))
                .isEqualTo(new Command.Up(new Ports(0), new Replicas(2, 3), Hosted.GOLDRUSH));
    }

    @Test
    void hostsAnotherGame(@TempDir Path folder) throws IOException {
        var model = Files.createFile(folder.resolve("racing.jar"));
        var rules = Files.createFile(folder.resolve("rules.jar"));

        assertThat(Command.parse(List.of("up", "--games", model + "," + rules, "--", "run", "--", "fast")))
                .isEqualTo(new Command.Up(
                        new Ports(0),
                        Replicas.SINGLE,
                        new Hosted(List.of(model, rules), List.of("run", "--", "fast"), List.of())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Command.parse(List.of("up", "--games", folder + "/gone.jar")))
                .withMessage("games: " + folder + "/gone.jar (expected: a jar)");
    }

    @Test
    void bringsProviders(@TempDir Path folder) throws IOException {
        var racks = Files.createFile(folder.resolve("racks.jar"));
        var client = Files.createFile(folder.resolve("client.jar"));

        assertThat(Command.parse(List.of("up", "--providers", racks + "," + client)))
                .isEqualTo(new Command.Up(new Ports(0), Replicas.SINGLE, Hosted.GOLDRUSH.with(List.of(racks, client))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Command.parse(List.of("up", "--providers", folder + "/gone.jar")))
                .withMessage("providers: " + folder + "/gone.jar (expected: a jar)");
    }

    @Test
    void knowsFaultsByTheirIds() {
        assertThat(Command.parse(List.of("faults", "f02", "--port-offset", "100")))
                .isEqualTo(new Command.Faults(new Ports(100), Fault.PROXY_KILLED));
    }

    @Test
    void readsWhoseTokenIsWanted() {
        assertThat(Command.parse(List.of("token", "--game", "goldrush", "--player", "alice")))
                .isEqualTo(new Command.PlayerToken(new GameId("goldrush"), new PlayerId("alice")));
        assertThat(Command.parse(List.of("token", "--operator"))).isEqualTo(new Command.OperatorToken());
    }

    @Test
    void takesTheCommandOfAGameServerAsItIs() {
        var words =
                List.of("game-server-simulator", "--within", "9", "--commands", "lines", "--", "run", "--game", "x");

        assertThat(Command.parse(words))
                .isEqualTo(new Command.Simulator(
                        new Ports(0),
                        new SimulatorSettings(
                                new GameId("simulated"),
                                Duration.ofSeconds(9),
                                Path.of("lines"),
                                List.of("run", "--game", "x"))));
    }

    @Test
    void checksAGameServerInTenSeconds() {
        assertThat(Command.parse(List.of("game-server-simulator", "--conformance", "--game", "mine", "--", "run")))
                .isEqualTo(new Command.Conformance(
                        new Ports(0),
                        new SimulatorSettings(new GameId("mine"), SimulatorSettings.TO_CHECK, null, List.of("run")),
                        Check.withoutADoor()));
        assertThat(Command.parse(List.of("game-server-simulator", "--conformance", "--door", "--", "run")))
                .extracting(command -> ((Command.Conformance) command).asked())
                .isEqualTo(Check.all());
        assertThat(Command.parse(List.of("game-server-simulator")))
                .isEqualTo(new Command.Simulator(
                        new Ports(0),
                        new SimulatorSettings(
                                new GameId("simulated"), SimulatorSettings.USUAL_WITHIN, null, List.of())));
    }

    @ParameterizedTest
    @CsvSource({
        "up --port-offset, --port-offset: a value is missing",
        "up --port-offset far, port-offset: far (expected: a number)",
        "up --port-offset 60000, port-offset: 60000 (expected: 0 to 50000)",
        "up --quickly, --quickly: expected --port-offset or --proxies or --session-nodes or --games or --providers or --no-build",
        "up --proxies 10, proxies: 10 (expected: 1 to 9)",
        "up --session-nodes 0, session-nodes: 0 (expected: 1 to 9)",
        "up --, '--: the command of a game server is missing'",
        "faults, 'faults:  (expected: F02, F04, F06, F14, F16, F46, F50, D1, P12, P8)'",
        "faults F99, 'faults: F99 (expected: F02, F04, F06, F14, F16, F46, F50, D1, P12, P8)'",
        "demo --proxies 2, --proxies: expected --port-offset or --no-build",
        "'token --game goldrush', 'token: expected --game GAME --player PLAYER, or --operator'",
        "game-server-simulator --, '--: the command of a game server is missing'",
        "game-server-simulator --conformance, '--conformance: expected the command of a game server after --'",
        "game-server-simulator --door -- run, '--door: expected with --conformance'",
        "game-server-simulator --within 0 -- run, 'within: 0 (expected: 1 to 3600)'",
        "game-server-simulator --fast, '--fast: expected --conformance or --door or --game or --within or --commands"
                + " or --port-offset or --no-build'",
        "game-server-simulator --conformance --commands f -- run, '--commands: expected without --conformance'",
        "down, 'command: down (expected: up, demo, faults, game-server-simulator or token)'",
    })
    void saysWhatMakesNoSense(String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Command.parse(List.of(line.split(" "))))
                .withMessage(message);
    }
}
