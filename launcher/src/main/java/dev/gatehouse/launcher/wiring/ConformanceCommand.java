package dev.gatehouse.launcher.wiring;

import dev.gatehouse.launcher.keys.DevelopmentTokens;
import dev.gatehouse.launcher.keys.KeyFiles;
import dev.gatehouse.launcher.process.Console;
import dev.gatehouse.launcher.process.PortCheck;
import dev.gatehouse.launcher.settings.Folders;
import dev.gatehouse.launcher.settings.Ports;
import dev.gatehouse.launcher.settings.SimulatorSettings;
import dev.gatehouse.launcher.simulator.Instances;
import dev.gatehouse.launcher.simulator.Players;
import dev.gatehouse.launcher.simulator.Servers;
import dev.gatehouse.launcher.simulator.conformance.BadTickets;
import dev.gatehouse.launcher.simulator.conformance.Check;
import dev.gatehouse.launcher.simulator.conformance.Conformance;
import dev.gatehouse.launcher.simulator.conformance.Histories;
import dev.gatehouse.launcher.simulator.conformance.Lives;
import dev.gatehouse.launcher.simulator.conformance.Pace;
import dev.gatehouse.launcher.suite.Suite;
import dev.gatehouse.launcher.suite.SuiteEvent.StopAsked;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.partner.PartnerSigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Starts what a game server talks to, checks servers, and stops everything.
final class ConformanceCommand {

    private static final int INTERRUPTED = 130;

    private final Folders folders;
    private final Ports ports;
    private final SimulatorSettings settings;
    private final Set<Check> asked;
    private final Console console;

    ConformanceCommand(Folders folders, Ports ports, SimulatorSettings settings, Set<Check> asked, Console console) {
        this.folders = folders;
        this.ports = ports;
        this.settings = settings;
        this.asked = asked;
        this.console = console;
    }

    /// Returns when everything is stopped again.
    ///
    /// @return the status to end with: 0 where every check holds
    int run(DevelopmentTokens tokens) throws IOException, InterruptedException {
        return run(tokens, Map.of(settings.game(), asked));
    }

    /// Like [#run], with servers of each of these games.
    int run(DevelopmentTokens tokens, Map<GameId, Set<Check>> asked) throws IOException, InterruptedException {
        var taken = PortCheck.taken(Map.of("the game servers' line", ports.line()));
        if (!taken.isEmpty()) {
            taken.forEach(line -> console.say("gatehouse: " + line));
            return Suite.FAILURE;
        }
        var pace = Pace.of(settings.within());
        var servers = new Servers(folders);
        var lineup = Lineup.behindALine(
                folders, ports, servers.command(settings.server()), pace.link(), pace.keepAlive(), pace.misses());
        var histories = new Histories(System::nanoTime);
        var players = new Players(new Instances(), _ -> {}, histories::heard);
        var lives = new Lives(pace, new BadTickets(partnerKey(), InstantSource.system()));
        try (var around = Surroundings.open(ports, tokens, players, histories)) {
            var conformance = new Conformance(
                    around.api(),
                    around.line(),
                    servers,
                    histories,
                    lives,
                    () -> UUID.randomUUID().toString(),
                    console::say);
            return new SuiteCommand(folders, ports, lineup, new Suite(false), console)
                    .run(
                            INTERRUPTED,
                            run -> Thread.ofPlatform()
                                    .daemon()
                                    .name("conformance")
                                    .start(() -> run.tell(check(around, conformance, asked))));
        }
    }

    private PartnerSigningKey partnerKey() throws IOException {
        var key = Files.readString(new KeyFiles(folders.keys()).partner());
        return PartnerSigningKey.read(key).getFirst();
    }

    private StopAsked check(Surroundings around, Conformance conformance, Map<GameId, Set<Check>> asked) {
        try {
            around.announce(ports, List.copyOf(asked.keySet()));
            console.say("checking; what the servers print is in " + folders.log() + "/game-server-*.log");
            var reports = conformance.check(asked);
            reports.forEach((game, report) -> {
                console.say("# " + game);
                report.lines().forEach(console::say);
            });
            boolean hold = reports.values().stream().allMatch(report -> report.allHold());
            return new StopAsked(hold ? 0 : Suite.FAILURE, hold ? "every check holds" : "not every check holds");
        } catch (RuntimeException e) {
            return new StopAsked(Suite.FAILURE, "the checks have failed: " + e);
        }
    }
}
