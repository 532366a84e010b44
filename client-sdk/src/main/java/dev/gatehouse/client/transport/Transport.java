package dev.gatehouse.client.transport;

/// Opens sockets to a server. Safe to use from any thread.
public interface Transport extends AutoCloseable {

    /// Begins to open a socket and returns at once. All that comes of it goes to the listener, from
    /// another thread or later on this one, never from inside this call.
    Socket open(SocketRequest request, SocketListener listener);

    /// Drops every socket and lets go of what the transport holds.
    @Override
    void close();
}
