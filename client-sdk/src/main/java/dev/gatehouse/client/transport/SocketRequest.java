package dev.gatehouse.client.transport;

import dev.gatehouse.model.protocol.Encoding;
import java.net.URI;
import java.time.Duration;

/// What kind of socket is wanted.
///
/// @param url `ws` or `wss`, with its path
/// @param within how long opening may take
/// @param maxMessageBytes a larger message from the server ends the socket
public record SocketRequest(URI url, Encoding encoding, Duration within, int maxMessageBytes) {}
