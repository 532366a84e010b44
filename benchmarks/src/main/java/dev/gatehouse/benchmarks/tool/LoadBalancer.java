package dev.gatehouse.benchmarks.tool;

import dev.gatehouse.client.transport.Socket;
import dev.gatehouse.client.transport.SocketListener;
import dev.gatehouse.client.transport.SocketLoss;
import dev.gatehouse.client.transport.SocketRequest;
import dev.gatehouse.client.transport.Transport;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/// Spreads sockets over several proxies in turn, as what stands before them does in a deployment: a proxy that did not
/// open its socket is left out for a while.
public final class LoadBalancer implements Transport {

    private static final long LEFT_OUT_NANOS = 10_000_000_000L;

    private final Transport transport;
    private final List<URI> servers;
    private final LongSupplier nanoTime;
    private final AtomicInteger turn = new AtomicInteger();
    private final ConcurrentMap<URI, Long> failedAt = new ConcurrentHashMap<>();

    /// @param servers `ws` or `wss`, host and port; at least one
    public LoadBalancer(Transport transport, List<URI> servers, LongSupplier nanoTime) {
        this.transport = transport;
        this.servers = List.copyOf(servers);
        this.nanoTime = nanoTime;
    }

    @Override
    public Socket open(SocketRequest request, SocketListener listener) {
        var server = next();
        var url = server.resolve(request.url().getPath());
        var there = new SocketRequest(url, request.encoding(), request.within(), request.maxMessageBytes());
        return transport.open(there, new Watch(server, listener));
    }

    private URI next() {
        for (int i = 0; i < servers.size(); i++) {
            var server = servers.get(Math.floorMod(turn.getAndIncrement(), servers.size()));
            var failed = failedAt.get(server);
            if (failed == null || nanoTime.getAsLong() - failed > LEFT_OUT_NANOS) {
                return server;
            }
        }
        return servers.get(Math.floorMod(turn.getAndIncrement(), servers.size()));
    }

    @Override
    public void close() {
        transport.close();
    }

    /// Notices whether the socket opened.
    private final class Watch implements SocketListener {

        private final URI server;
        private final SocketListener listener;
        private volatile boolean open;

        Watch(URI server, SocketListener listener) {
            this.server = server;
            this.listener = listener;
        }

        @Override
        public void opened() {
            open = true;
            failedAt.remove(server);
            listener.opened();
        }

        @Override
        public void received(byte[] frame) {
            listener.received(frame);
        }

        @Override
        public void lost(SocketLoss loss) {
            if (!open) {
                failedAt.put(server, nanoTime.getAsLong());
            }
            listener.lost(loss);
        }
    }
}
