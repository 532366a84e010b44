package dev.gatehouse.client.websocket;

import dev.gatehouse.client.transport.Socket;
import dev.gatehouse.client.transport.SocketListener;
import dev.gatehouse.client.transport.SocketRequest;
import dev.gatehouse.client.transport.Transport;
import java.net.http.HttpClient;

/// Sockets over the JDK's own WebSocket.
public final class WebSocketTransport implements Transport {

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public Socket open(SocketRequest request, SocketListener listener) {
        var socket = new WebSocketLine(request, listener);
        socket.open(http);
        return socket;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
