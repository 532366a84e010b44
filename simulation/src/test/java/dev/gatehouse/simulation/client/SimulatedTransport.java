package dev.gatehouse.simulation.client;

import dev.gatehouse.client.transport.Socket;
import dev.gatehouse.client.transport.SocketListener;
import dev.gatehouse.client.transport.SocketLoss;
import dev.gatehouse.client.transport.SocketRequest;
import dev.gatehouse.client.transport.Transport;
import dev.gatehouse.simulation.World;
import dev.gatehouse.simulation.proxy.SimulatedProxy;
import dev.gatehouse.simulation.time.Life;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Opens sockets to any proxy that takes clients, as a load balancer in front of them does.
final class SimulatedTransport implements Transport {

    private static final Duration REFUSED = Duration.ofMillis(5);

    private final World world;
    private final Life life;
    private final List<SimulatedProxy> proxies;
    private final StreamListener streams;
    private final Set<SimulatedSocket> open = new LinkedHashSet<>();
    private int opened;

    SimulatedTransport(World world, Life life, List<SimulatedProxy> proxies, StreamListener streams) {
        this.world = world;
        this.life = life;
        this.proxies = proxies;
        this.streams = streams;
    }

    @Override
    public Socket open(SocketRequest request, SocketListener listener) {
        var takers = proxies.stream().filter(SimulatedProxy::takesClients).toList();
        var socket = new SimulatedSocket(++opened, listener, streams, open::remove);
        open.add(socket);
        if (takers.isEmpty()) {
            life.in(REFUSED, () -> socket.fails(new SocketLoss.Broken("refused")));
        } else {
            socket.on(takers.get(world.chance().nextInt(takers.size())).accept(life, request.encoding(), socket));
            life.in(request.within(), socket::timesOut);
        }
        return socket;
    }

    /// Breaks every connection.
    void cut() {
        List.copyOf(open).forEach(SimulatedSocket::cut);
    }

    /// Lets nothing through for a while.
    void stall(Duration length) {
        List.copyOf(open).forEach(socket -> socket.stall(length));
    }

    @Override
    public void close() {
        List.copyOf(open).forEach(SimulatedSocket::drop);
    }
}
