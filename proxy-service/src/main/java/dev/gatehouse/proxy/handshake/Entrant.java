package dev.gatehouse.proxy.handshake;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.ProxyMessage.Attach;
import dev.gatehouse.model.protocol.ClientMessage.ClientVersion;
import dev.gatehouse.proxy.admission.Admission.Attempt;
import dev.gatehouse.proxy.device.Newcomer;
import dev.gatehouse.proxy.token.Identity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A client whose token is good, or that has shown none and needs none.
///
/// @param identity absent where it has shown none
/// @param kept the sessions of its device that the game has kept beside it
record Entrant(Greeting greeting, @Nullable Identity identity, List<SessionId> kept) {

    Entrant(Greeting greeting, @Nullable Identity identity) {
        this(greeting, identity, List.of());
    }

    Entrant beside(List<SessionId> others) {
        return new Entrant(greeting, identity, others);
    }

    boolean isAuthenticated() {
        return identity != null;
    }

    /// Nobody's key, where it has shown no token: the session's own.
    PlayerKey player() {
        var id = identity == null ? PlayerId.unauthenticated(greeting.sessionId()) : identity.playerId();
        return new PlayerKey(greeting.hello().gameId(), id);
    }

    boolean mayPlay(GameId game) {
        return identity == null || identity.mayPlay(game);
    }

    ClientVersion client() {
        return greeting.hello().client();
    }

    /// Empty where the device is not asked about: no device token, no player, or a session that goes on.
    Optional<Newcomer> newcomer() {
        var device = device();
        return device == null || identity == null || greeting.hello().resume() != null
                ? Optional.empty()
                : Optional.of(new Newcomer(player(), device, greeting.sessionId()));
    }

    boolean goesOn() {
        return greeting.hello().resume() != null;
    }

    Attempt attempt() {
        return new Attempt(identity == null ? null : player(), device(), goesOn());
    }

    Attach attach() {
        var hello = greeting.hello();
        // The device's connections are its players': a session without one is not bound to it.
        return new Attach(
                player(),
                greeting.sessionId(),
                identity == null ? null : device(),
                greeting.encoding(),
                hello.client(),
                hello.resume(),
                null,
                false,
                identity == null ? null : identity.expiresAtMillis(),
                greeting.afterLogin(),
                kept,
                false);
    }

    private @Nullable DeviceKey device() {
        var token = greeting.hello().deviceToken();
        return token == null ? null : DeviceKey.of(token);
    }
}
