package dev.gatehouse.localredis;

import java.io.IOException;

/// Another process listens on the port that Redis was to have.
public final class PortTakenException extends IOException {

    private static final long serialVersionUID = 1;

    private final int port;

    PortTakenException(int port) {
        super("port " + port + " is taken by another process (expected: free for Redis)");
        this.port = port;
    }

    public int port() {
        return port;
    }
}
