package dev.gatehouse.simulation.proxy;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.simulation.World;
import dev.gatehouse.simulation.check.Figures.Figure;
import dev.gatehouse.simulation.network.Cable;
import dev.gatehouse.simulation.network.ClientTraffic;
import dev.gatehouse.simulation.node.SimulatedNode;
import dev.gatehouse.simulation.registry.RegistryLine;
import dev.gatehouse.simulation.time.Life;
import java.time.Duration;
import java.util.Map;

/// A proxy, across its lives.
public final class SimulatedProxy {

    private final World world;
    private final NodeId id;
    private final Map<NodeId, SimulatedNode> nodes;
    private ProxyLife now;

    public SimulatedProxy(World world, NodeId id, Map<NodeId, SimulatedNode> nodes) {
        this.world = world;
        this.id = id;
        this.nodes = nodes;
        this.now = new ProxyLife(world, id, nodes);
    }

    public boolean isUp() {
        return !now.life().isOver();
    }

    /// Whether it takes clients: one that is about to stop does not.
    public boolean takesClients() {
        return isUp() && !now.isDraining();
    }

    public Life life() {
        return now.life();
    }

    public void crash(Duration down) {
        if (isUp()) {
            world.history().figures().count(Figure.CRASHES);
            world.history().note(() -> id + " crashes");
            now.life().onEnd(() -> startIn(down));
            now.life().end();
        }
    }

    public void pause(Duration length) {
        if (isUp()) {
            world.history().figures().count(Figure.PAUSES);
            world.history().note(() -> id + " is paused for " + length);
            now.life().pause(length);
        }
    }

    /// Asks its clients to move, stops, and starts again after a while.
    public void drain(Duration down) {
        if (takesClients()) {
            world.history().figures().count(Figure.DRAINS);
            world.history().note(() -> id + " drains");
            now.life().onEnd(() -> startIn(down));
            now.drain();
        }
    }

    private void startIn(Duration down) {
        world.agenda().in(down, () -> {
            if (!isUp()) {
                world.history().note(() -> id + " starts");
                now = new ProxyLife(world, id, nodes);
            }
        });
    }

    public RegistryLine line() {
        return now.line();
    }

    /// Breaks its links to session nodes.
    public void cutLinks() {
        now.links().dials().forEach(Dial::cut);
    }

    /// Lets nothing through on its links for a while.
    public void stallLinks(Duration length) {
        now.links().dials().forEach(dial -> dial.stall(length));
    }

    /// Holds the sessions of its clients back for a moment, as if these were slow.
    public void feelPressure(Duration length) {
        now.feelPressure(length);
    }

    /// Takes a client's socket. Only while it [#isUp].
    public Cable<ClientTraffic, ClientTraffic> accept(Life client, Encoding encoding, Cable.End<ClientTraffic> end) {
        return now.accept(client, encoding, end);
    }
}
