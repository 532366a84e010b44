package dev.gatehouse.launcher.simulator;

import dev.gatehouse.launcher.settings.SimulatorSettings;
import dev.gatehouse.launcher.simulator.Instruction.Add;
import dev.gatehouse.launcher.simulator.Instruction.Allocate;
import dev.gatehouse.launcher.simulator.Instruction.Drain;
import dev.gatehouse.launcher.simulator.Instruction.End;
import dev.gatehouse.launcher.simulator.Instruction.Help;
import dev.gatehouse.launcher.simulator.Instruction.Kill;
import dev.gatehouse.launcher.simulator.Instruction.LoseLink;
import dev.gatehouse.launcher.simulator.Instruction.Quit;
import dev.gatehouse.launcher.simulator.Instruction.Remove;
import dev.gatehouse.launcher.simulator.Instruction.Status;
import dev.gatehouse.launcher.simulator.Instruction.Ticket;
import dev.gatehouse.launcher.simulator.http.InstanceApi;
import dev.gatehouse.launcher.simulator.line.LinkLine;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Does what it is told, one line after the other, and says what has come of it. One thread at a
/// time.
public final class Simulator {

    private static final int LOOK_AGAIN_MILLIS = 50;
    private static final int LOOKS = 200;
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final SimulatorSettings settings;
    private final InstanceApi api;
    private final LinkLine line;
    private final Servers servers;
    private final Instances instances;
    private final Supplier<String> keys;
    private final Consumer<String> say;
    /// The servers of instances whose end was not said yet.
    private final Map<InstanceId, String> watched = new LinkedHashMap<>();

    /// @param keys another one each time
    public Simulator(
            SimulatorSettings settings,
            InstanceApi api,
            LinkLine line,
            Servers servers,
            Instances instances,
            Supplier<String> keys,
            Consumer<String> say) {
        this.settings = settings;
        this.api = api;
        this.line = line;
        this.servers = servers;
        this.instances = instances;
        this.keys = keys;
        this.say = say;
    }

    /// Does one line; nothing for an empty one, or one that begins with `#`. A line that makes no
    /// sense, or is refused, is answered and changes nothing. Blocks.
    ///
    /// @return false once it was told to quit
    public boolean follow(String written) throws InterruptedException {
        if (written.isBlank() || written.startsWith("#")) {
            return true;
        }
        try {
            var instruction = Instruction.parse(written);
            follow(instruction);
            return !(instruction instanceof Quit);
        } catch (IllegalArgumentException e) {
            say.accept("? " + e.getMessage());
        } catch (IOException e) {
            say.accept("! " + e.getMessage());
        }
        return true;
    }

    /// Says of each instance that has ended since the last look how it did. What cannot be seen now is
    /// seen at the next one. Blocks.
    public void look() throws InterruptedException {
        for (var each : List.copyOf(watched.entrySet())) {
            try {
                if (servers.process(each.getValue()).isEmpty()) {
                    sayWhetherItIsOver(each.getKey());
                }
            } catch (IOException _) {
                // Seen at the next look.
            }
        }
    }

    private void sayWhetherItIsOver(InstanceId id) throws IOException, InterruptedException {
        var seen = api.get(id);
        if (seen.isOver()) {
            watched.remove(id);
            say.accept(instances.label(id) + " is over (" + seen.state() + "): " + seen.why());
        }
    }

    private void follow(Instruction instruction) throws IOException, InterruptedException {
        switch (instruction) {
            case Allocate(var players) -> allocate(players);
            case Add(var name, var player) -> add(instances.find(name), player);
            case Remove(var name, var player) -> api.remove(instances.find(name), player);
            case Ticket(var name, var player) -> sendTicket(instances.find(name), player);
            case Drain(var name, var within) -> api.drain(instances.find(name), within);
            case End(var name) -> api.end(instances.find(name), "ended at the console");
            case Kill(var name) -> kill(instances.find(name));
            case LoseLink(var name, var refusing) -> {
                if (!line.cut(instances.find(name), refusing)) {
                    say.accept("! its server has no link; none is let through for " + refusing.toSeconds() + " s");
                }
            }
            case Status _ -> showAll();
            case Help _ -> Instruction.HELP.forEach(each -> say.accept("    " + each));
            case Quit _ -> {}
        }
    }

    private void allocate(List<PlayerId> players) throws IOException, InterruptedException {
        var created = api.create(settings.game(), keys.get(), players);
        instances.add(created.id());
        watched.put(created.id(), created.serverId());
        say.accept(instances.label(created.id()) + " instance " + created.id() + ", server " + created.serverId());
        if (settings.server().isEmpty()) {
            showEnvironment(created);
        } else {
            say.accept("    its output is in " + servers.output(created.serverId()));
        }
    }

    /// Who is in already hears nothing, so it is said here.
    private void add(InstanceId id, PlayerId player) throws IOException, InterruptedException {
        boolean isIn = api.get(id).players().contains(player.value());
        api.add(id, player);
        if (isIn) {
            say.accept(instances.label(id) + " " + player + " is in already");
        }
    }

    private void showEnvironment(InstanceApi.Seen created) throws IOException {
        Path file = servers.environment(created.serverId());
        for (int looks = 0; !Files.exists(file); looks++) {
            if (looks == LOOKS) {
                throw new IOException("there is no environment for its server");
            }
            pause();
        }
        say.accept("    start your server with this environment, also in " + file + ":");
        Files.readAllLines(file).forEach(say);
    }

    private void sendTicket(InstanceId id, PlayerId player) throws IOException, InterruptedException {
        var pair = line.pair(id).orElseThrow(() -> new RefusedException("its server has never linked"));
        api.sendTicket(id, pair, player);
    }

    private void kill(InstanceId id) throws IOException, InterruptedException {
        var process = servers.process(api.get(id).serverId());
        if (process.isEmpty() || !process.get().destroyForcibly()) {
            throw new RefusedException("its server does not run");
        }
    }

    private void showAll() throws IOException, InterruptedException {
        for (InstanceId id : instances.all()) {
            var seen = api.get(id);
            say.accept(status(instances.label(id), seen));
        }
    }

    static String status(String label, InstanceApi.Seen seen) {
        var drainBy = seen.isOver() ? null : seen.drainBy();
        var what = drainBy == null ? seen.why() : "drains, until " + UTC_TIME.format(drainBy) + " UTC at the latest";
        return "%s %-10s %s %s".formatted(label, seen.state(), seen.players(), what);
    }

    /// A thread that has nothing else to do.
    private static void pause() {
        var _ = new CompletableFuture<Void>()
                .completeOnTimeout(null, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }
}
