package dev.gatehouse.proxy.handshake;

import static dev.gatehouse.model.error.ConnectionError.HANDSHAKE_MALFORMED;
import static dev.gatehouse.model.error.ConnectionError.LOGIN_PROTOCOL_VERSION_CLIENT_TOO_NEW;
import static dev.gatehouse.model.error.ConnectionError.LOGIN_PROTOCOL_VERSION_CLIENT_TOO_OLD;
import static dev.gatehouse.model.error.ConnectionError.WIRE_PROTOCOL_VERSION_CLIENT_TOO_NEW;
import static dev.gatehouse.model.error.ConnectionError.WIRE_PROTOCOL_VERSION_CLIENT_TOO_OLD;

import dev.gatehouse.proxy.refusal.Refusal;
import java.util.Optional;

/// What can be said about a hello by looking at it.
public final class HelloChecks {

    /// The versions of the wire protocol that this proxy speaks.
    public static final int MIN_PROTOCOL = 1;

    public static final int MAX_PROTOCOL = 1;

    /// The versions of the login, which is what a token may be and how it travels. A hello that names none means 1.
    public static final int MIN_LOGIN_PROTOCOL = 1;

    public static final int MAX_LOGIN_PROTOCOL = 1;

    static final int MAX_DEVICE_TOKEN = 256;

    // An empty device token would put every client that sends one on the same device.
    static Optional<Refusal> wellFormed(Greeting greeting) {
        var deviceToken = greeting.hello().deviceToken();
        if (deviceToken == null || (!deviceToken.isBlank() && deviceToken.length() <= MAX_DEVICE_TOKEN)) {
            return Optional.empty();
        }
        return Optional.of(Refusal.of(
                HANDSHAKE_MALFORMED,
                "deviceToken: " + deviceToken.length() + " characters (expected: 1 to " + MAX_DEVICE_TOKEN + ")"));
    }

    static Optional<Refusal> protocol(Greeting greeting) {
        var protocol = greeting.hello().protocol();
        if (protocol < MIN_PROTOCOL) {
            return Optional.of(Refusal.of(WIRE_PROTOCOL_VERSION_CLIENT_TOO_OLD));
        }
        return protocol > MAX_PROTOCOL
                ? Optional.of(Refusal.of(WIRE_PROTOCOL_VERSION_CLIENT_TOO_NEW))
                : Optional.empty();
    }

    static Optional<Refusal> loginProtocol(Greeting greeting) {
        var named = greeting.hello().loginProtocol();
        var protocol = named == null ? MIN_LOGIN_PROTOCOL : named;
        if (protocol < MIN_LOGIN_PROTOCOL) {
            return Optional.of(Refusal.of(LOGIN_PROTOCOL_VERSION_CLIENT_TOO_OLD));
        }
        return protocol > MAX_LOGIN_PROTOCOL
                ? Optional.of(Refusal.of(LOGIN_PROTOCOL_VERSION_CLIENT_TOO_NEW))
                : Optional.empty();
    }

    private HelloChecks() {}
}
