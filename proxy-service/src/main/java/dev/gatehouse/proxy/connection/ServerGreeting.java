package dev.gatehouse.proxy.connection;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ServerMessage.Maintenance;
import dev.gatehouse.model.protocol.ServerMessage.ProtocolRange;
import dev.gatehouse.model.protocol.ServerMessage.ServerHello;
import dev.gatehouse.proxy.handshake.HelloChecks;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// What a new client gets from the proxy itself: the server's hello, and the id of its session to be. Safe to use from
/// any thread if `random` is.
public final class ServerGreeting {

    private static final String MAGIC = "gatehouse";
    private static final int SESSION_ID_BYTES = 16;

    private final ConnectionProperties limits;
    private final InstantSource time;
    private final RandomGenerator random;
    private final Supplier<Maintenance> maintenance;

    /// @param maintenance what holds for every client, whatever its game and platform
    public ServerGreeting(
            ConnectionProperties limits,
            InstantSource time,
            RandomGenerator random,
            Supplier<Maintenance> maintenance) {
        this.limits = limits;
        this.time = time;
        this.random = random;
        this.maintenance = maintenance;
    }

    public ServerHello hello() {
        return new ServerHello(
                MAGIC,
                limits.projectId(),
                new ProtocolRange(HelloChecks.MIN_PROTOCOL, HelloChecks.MAX_PROTOCOL),
                time.millis(),
                limits.handshake().timeout().toMillis(),
                maintenance.get());
    }

    public SessionId newSession() {
        var bytes = new byte[SESSION_ID_BYTES];
        random.nextBytes(bytes);
        return new SessionId(HexFormat.of().formatHex(bytes));
    }
}
