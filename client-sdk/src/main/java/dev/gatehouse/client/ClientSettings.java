package dev.gatehouse.client;

import dev.gatehouse.model.protocol.Encoding;
import java.net.URI;

/// Where a client connects, as whom, and how.
///
/// @param server `ws` or `wss`, host and port of a proxy or of what stands before the proxies
/// @param credentials asked before each attempt to connect
public record ClientSettings(
        URI server, CredentialsProvider credentials, AppVersion version, Encoding encoding, Timing timing) {

    private static final String CONNECT_PATH = "/v1/connect";

    public ClientSettings {
        var scheme = String.valueOf(server.getScheme());
        if (!scheme.equals("ws") && !scheme.equals("wss")) {
            throw new IllegalArgumentException("server: " + server + " (expected: ws:// or wss://)");
        }
    }

    /// With protobuf's encoding, the usual timing, and no more to say about the game than that it is
    /// played on `java`.
    public static ClientSettings of(URI server, CredentialsProvider credentials) {
        return new ClientSettings(server, credentials, AppVersion.UNKNOWN, Encoding.PROTO, Timing.USUAL);
    }

    public ClientSettings with(AppVersion other) {
        return new ClientSettings(server, credentials, other, encoding, timing);
    }

    public ClientSettings with(Encoding other) {
        return new ClientSettings(server, credentials, version, other, timing);
    }

    public ClientSettings with(Timing other) {
        return new ClientSettings(server, credentials, version, encoding, other);
    }

    URI connectUrl() {
        return server.resolve(CONNECT_PATH);
    }
}
