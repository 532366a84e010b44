package dev.gatehouse.simulation.fault;

import dev.gatehouse.simulation.World;
import dev.gatehouse.simulation.check.Figures.Figure;
import dev.gatehouse.simulation.client.Player;
import dev.gatehouse.simulation.node.SimulatedNode;
import dev.gatehouse.simulation.proxy.SimulatedProxy;
import dev.gatehouse.simulation.registry.ServerLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Plans a seed's faults.
public final class Faults {

    private final World world;
    private final List<SimulatedNode> nodes;
    private final List<SimulatedProxy> proxies;
    private final List<Player> players;

    public Faults(World world, List<SimulatedNode> nodes, List<SimulatedProxy> proxies, List<Player> players) {
        this.world = world;
        this.nodes = nodes;
        this.proxies = proxies;
        this.players = players;
    }

    /// Spreads so many faults over a span from now on.
    public void plan(int count, Duration span) {
        for (int i = 0; i < count; i++) {
            world.agenda().in(Duration.ofNanos(world.chance().nextLong(span.toNanos())), this::strike);
        }
    }

    private void strike() {
        int kind = world.chance().nextInt(100);
        if (kind < 14) {
            any(nodes).crash(between(300, 6_000));
        } else if (kind < 28) {
            any(nodes).pause(between(100, 8_000));
        } else if (kind < 34) {
            any(nodes).depart(between(300, 4_000));
        } else if (kind < 40) {
            any(proxies).crash(between(300, 4_000));
        } else if (kind < 46) {
            any(proxies).pause(between(100, 6_000));
        } else if (kind < 51) {
            any(proxies).drain(between(300, 3_000));
        } else if (kind < 58) {
            cut(any(proxies));
        } else if (kind < 64) {
            stall(any(proxies));
        } else if (kind < 72) {
            stallRegistry();
        } else if (kind < 80) {
            interruptRegistry();
        } else {
            annoy(any(players));
        }
    }

    private void cut(SimulatedProxy proxy) {
        count(Figure.CUTS, "the links of a proxy are cut");
        proxy.cutLinks();
    }

    private void stall(SimulatedProxy proxy) {
        count(Figure.STALLS, "the links of a proxy are stalled");
        proxy.stallLinks(between(200, 7_000));
    }

    private void stallRegistry() {
        count(Figure.STALLS, "the registry is stalled");
        if (world.happens(30)) {
            world.server().pause(between(100, 4_000));
        } else {
            any(lines()).stall(between(100, 6_000));
        }
    }

    private void interruptRegistry() {
        count(Figure.INTERRUPTIONS, "lines to the registry are interrupted");
        var interrupted = world.happens(30) ? lines() : List.of(any(lines()));
        for (var line : interrupted) {
            line.interrupt(world.chance().nextInt(3), between(20, 1_500));
        }
    }

    private List<ServerLine> lines() {
        var all = new ArrayList<ServerLine>();
        nodes.forEach(node -> all.addAll(node.lines()));
        proxies.forEach(proxy -> all.add(proxy.line()));
        return all;
    }

    private void annoy(Player player) {
        count(Figure.CUTS, player.key() + " has trouble");
        switch (world.chance().nextInt(6)) {
            case 0 -> player.dropConnection();
            case 1 -> player.cut();
            case 2 -> player.stall(between(200, 8_000));
            case 3 -> player.rest(between(500, 5_000));
            case 4 -> player.sleep(between(500, 8_000));
            default -> any(proxies).feelPressure(between(50, 2_000));
        }
    }

    private void count(Figure figure, String what) {
        world.history().figures().count(figure);
        world.history().note(() -> what);
    }

    private <T> T any(List<T> all) {
        return all.get(world.chance().nextInt(all.size()));
    }

    private Duration between(int leastMillis, int mostMillis) {
        return Duration.ofMillis(leastMillis + world.chance().nextInt(mostMillis - leastMillis));
    }
}
