package dev.gatehouse.simulation;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.simulation.backend.Backend;
import dev.gatehouse.simulation.check.History;
import dev.gatehouse.simulation.check.Promise;
import dev.gatehouse.simulation.client.Player;
import dev.gatehouse.simulation.fault.Faults;
import dev.gatehouse.simulation.game.Tavern;
import dev.gatehouse.simulation.node.SimulatedNode;
import dev.gatehouse.simulation.proxy.SimulatedProxy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// One seed: players play while things go wrong; then all is well again, and both sides are compared.
public final class Simulation {

    /// How long everybody has to get on once nothing goes wrong any more: longer than any wait there is.
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private final World world;
    private final List<SimulatedNode> nodes;
    private final List<SimulatedProxy> proxies;
    private final List<Player> players;
    private final Backend backend;

    private Simulation(World world) {
        this.world = world;
        var byId = new LinkedHashMap<NodeId, SimulatedNode>();
        names("session-", 2 + world.chance().nextInt(2))
                .forEach(name -> byId.put(new NodeId(name), new SimulatedNode(world, new NodeId(name))));
        this.nodes = List.copyOf(byId.values());
        this.proxies = names("proxy-", 2).stream()
                .map(name -> new SimulatedProxy(world, new NodeId(name), byId))
                .toList();
        this.players = names("player-", 1 + world.chance().nextInt(2)).stream()
                .map(name -> new Player(world, name, proxies))
                .toList();
        this.backend = new Backend(world, nodes);
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
    }

    /// Runs one seed.
    ///
    /// @return what happened
    public static History run(long seed, boolean traced, Plants plants) {
        var world = World.of(seed, traced, plants);
        try {
            new Simulation(world).run();
        } catch (Throwable e) {
            // Of our own code or of what is simulated: nobody else would name the seed.
            var trace = e.getStackTrace();
            var where = trace.length == 0 ? "a place unknown" : trace[0];
            world.history().violated(Promise.NO_MISTAKES, "a step failed: " + e + " at " + where);
        }
        return world.history();
    }

    private void run() {
        var span = Duration.ofSeconds(6 + world.chance().nextInt(12));
        world.agenda().in(Duration.ofSeconds(1), () -> players.forEach(Player::connect));
        players.forEach(player -> play(player, world.agenda().now() + span.toNanos()));
        new Faults(world, nodes, proxies, players).plan(1 + world.chance().nextInt(6), span);
        goOn(span, () -> false);
        heal();
        boolean quiet = goOn(RECOVERY, this::isQuiet);
        if (!world.history().isClean()) {
            return;
        }
        if (!quiet) {
            world.history().violated(Promise.PROGRESS, "not everybody is playing again: " + state());
            return;
        }
        new Audit(world, nodes, players, backend).run();
    }

    private void play(Player player, long until) {
        var next = Duration.ofMillis(20 + world.chance().nextInt(700));
        world.agenda().in(next, () -> {
            if (world.agenda().now() < until) {
                step(player);
                play(player, until);
            }
        });
    }

    private void step(Player player) {
        int kind = world.chance().nextInt(125);
        if (kind < 45) {
            player.mark();
        } else if (kind < 65) {
            player.mark();
            var _ = player.flush();
        } else if (kind < 75) {
            player.call();
        } else if (kind < 86) {
            backend.give(player.key(), ActionMode.SYNCHRONIZED);
        } else if (kind < 97) {
            backend.give(player.key(), ActionMode.UNSYNCHRONIZED);
        } else if (kind < 100) {
            player.leave();
        } else {
            player.say(Tavern.SCOPES.get(world.chance().nextInt(Tavern.SCOPES.size())));
        }
    }

    private void heal() {
        world.history().note(() -> "nothing goes wrong any more");
        players.forEach(Player::wake);
        nodes.forEach(node -> node.life().goOn());
        proxies.forEach(proxy -> proxy.life().goOn());
    }

    private boolean isQuiet() {
        return backend.open() == 0
                && nodes.stream().allMatch(SimulatedNode::isUp)
                && players.stream().allMatch(Player::isPlaying);
    }

    private String state() {
        return "%d orders open, nodes up: %s, players: %s"
                .formatted(
                        backend.open(),
                        nodes.stream().map(SimulatedNode::isUp).toList(),
                        players.stream().map(Player::isPlaying).toList());
    }

    private boolean goOn(Duration most, BooleanSupplier enough) {
        return world.agenda()
                .run(
                        world.agenda().now() + most.toNanos(),
                        () -> !world.history().isClean() || enough.getAsBoolean());
    }
}
