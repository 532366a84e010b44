package dev.gatehouse.proxy.handshake;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.link.ProxyMessage.Attach;
import dev.gatehouse.model.protocol.ClientMessage.ClientVersion;
import dev.gatehouse.proxy.admission.Admission.Attempt;
import dev.gatehouse.proxy.device.Newcomer;
import dev.gatehouse.proxy.token.Identity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A client whose token is good.
record Entrant(Greeting greeting, Identity identity) {

    PlayerKey player() {
        return new PlayerKey(greeting.hello().gameId(), identity.playerId());
    }

    ClientVersion client() {
        return greeting.hello().client();
    }

    /// Empty where the device is not asked about: no device token, or a session that goes on.
    Optional<Newcomer> newcomer() {
        var device = device();
        return device == null || greeting.hello().resume() != null
                ? Optional.empty()
                : Optional.of(new Newcomer(player(), device, greeting.sessionId()));
    }

    boolean goesOn() {
        return greeting.hello().resume() != null;
    }

    Attempt attempt() {
        return new Attempt(player(), device(), goesOn());
    }

    Attach attach() {
        var hello = greeting.hello();
        return new Attach(
                player(), greeting.sessionId(), device(), greeting.encoding(), hello.client(), hello.resume(), null);
    }

    private @Nullable DeviceKey device() {
        var token = greeting.hello().deviceToken();
        return token == null ? null : DeviceKey.of(token);
    }
}
