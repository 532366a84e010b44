package dev.gatehouse.simulation.proxy;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.proxy.drain.MoveSpread;
import dev.gatehouse.proxy.routing.NodeWatch;
import dev.gatehouse.proxy.routing.Reattachment;
import dev.gatehouse.proxy.routing.Router;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.simulation.Settings;
import dev.gatehouse.simulation.World;
import dev.gatehouse.simulation.network.Cable;
import dev.gatehouse.simulation.network.ClientTraffic;
import dev.gatehouse.simulation.node.SimulatedNode;
import dev.gatehouse.simulation.registry.RegistryLine;
import dev.gatehouse.simulation.registry.RemoteLeases;
import dev.gatehouse.simulation.registry.RemoteNodes;
import dev.gatehouse.simulation.time.Life;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/// One life of a proxy, wired as in production.
final class ProxyLife {

    private final World world;
    private final NodeId id;
    private final Life life;
    private final RegistryLine line;
    private final ProxyLinks links;
    private final Router router;
    private final Reattachment reattachment;
    private final Set<ClientPipe> pipes = new LinkedHashSet<>();
    private boolean draining;

    ProxyLife(World world, NodeId id, Map<NodeId, SimulatedNode> nodes) {
        this.world = world;
        this.id = id;
        this.life = world.life();
        this.line = new RegistryLine(world.server(), life, Settings.COMMAND_TIMEOUT);
        this.links = new ProxyLinks(world, id, life, nodes);
        var directory = new RemoteNodes(line, world.registry().nodes());
        var timers = life.reactor();
        var watch =
                new NodeWatch(() -> Mono.fromCompletionStage(() -> directory.live(NodeRole.SESSION)), links::reconcile);
        PlayerLeases leases = new RemoteLeases(line, world.registry().leases());
        this.router = new Router(watch, links, player -> Mono.fromCompletionStage(() -> leases.ownerOf(player)));
        this.reattachment = new Reattachment(router, Settings.LINKS, world.chance(), timers, life::nanoTime);
        var _ = watch.watch(Settings.LINKS.watchInterval(), timers).subscribe();
    }

    NodeId id() {
        return id;
    }

    Life life() {
        return life;
    }

    RegistryLine line() {
        return line;
    }

    ProxyLinks links() {
        return links;
    }

    Router router() {
        return router;
    }

    Reattachment reattachment() {
        return reattachment;
    }

    World world() {
        return world;
    }

    boolean isDraining() {
        return draining;
    }

    Cable<ClientTraffic, ClientTraffic> accept(Life client, Encoding encoding, Cable.End<ClientTraffic> end) {
        var pipe = new ClientPipe(this, encoding);
        var cable = new Cable<>(world.network(), client, end, life, pipe);
        pipes.add(pipe);
        pipe.on(cable);
        return cable;
    }

    void left(ClientPipe pipe) {
        pipes.remove(pipe);
    }

    void drain() {
        draining = true;
        var spread = new MoveSpread(Settings.DRAIN.window(), world.chance());
        List.copyOf(pipes).forEach(pipe -> pipe.drain(spread.next()));
        life.in(Settings.DRAIN.longest(), () -> {
            List.copyOf(pipes).forEach(ClientPipe::endDrain);
            life.in(Duration.ofMillis(100), life::end);
        });
    }

    void feelPressure(Duration length) {
        List.copyOf(pipes).forEach(pipe -> pipe.feelPressure(length));
    }
}
