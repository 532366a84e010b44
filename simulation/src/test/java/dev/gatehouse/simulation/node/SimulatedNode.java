package dev.gatehouse.simulation.node;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.session.player.Players;
import dev.gatehouse.simulation.World;
import dev.gatehouse.simulation.check.Figures.Figure;
import dev.gatehouse.simulation.network.Cable;
import dev.gatehouse.simulation.network.LinkTraffic;
import dev.gatehouse.simulation.registry.ServerLine;
import dev.gatehouse.simulation.time.Life;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A session-service node, across its lives.
public final class SimulatedNode {

    private final World world;
    private final NodeId id;
    private NodeLife now;

    public SimulatedNode(World world, NodeId id) {
        this.world = world;
        this.id = id;
        this.now = new NodeLife(world, id);
    }

    public NodeId id() {
        return id;
    }

    public boolean isUp() {
        return !now.life().isOver();
    }

    public Life life() {
        return now.life();
    }

    /// Its players, where it is up.
    public Optional<Players> players() {
        return isUp() ? Optional.of(now.players()) : Optional.empty();
    }

    /// Ends it from one moment to the next, and starts it again after a while. What it had in memory is lost.
    public void crash(Duration down) {
        if (isUp()) {
            world.history().figures().count(Figure.CRASHES);
            world.history().note(() -> id + " crashes");
            now.life().end();
            startIn(down);
        }
    }

    /// Lets it stop in order, and starts it again after a while.
    public void depart(Duration down) {
        if (isUp()) {
            world.history().figures().count(Figure.DEPARTURES);
            world.history().note(() -> id + " departs");
            now.life().onEnd(() -> startIn(down));
            now.depart();
        }
    }

    private void startIn(Duration down) {
        world.agenda().in(down, () -> {
            if (!isUp()) {
                world.history().note(() -> id + " starts");
                now = new NodeLife(world, id);
            }
        });
    }

    public void pause(Duration length) {
        if (isUp()) {
            world.history().figures().count(Figure.PAUSES);
            world.history().note(() -> id + " is paused for " + length);
            now.life().pause(length);
        }
    }

    /// Its lines to the registry.
    public List<ServerLine> lines() {
        return now.lines();
    }

    /// Opens a link from a proxy. Only while it [#isUp].
    public Cable<LinkTraffic, LinkTraffic> connect(Life proxy, Cable.End<LinkTraffic> end) {
        var nodeEnd = new NodeLinkEnd(world, id, now.players(), now.games());
        var cable = new Cable<>(world.network(), proxy, end, now.life(), nodeEnd);
        nodeEnd.on(cable);
        return cable;
    }
}
