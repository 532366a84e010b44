package dev.gatehouse.proxy.registration;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import reactor.core.publisher.Mono;

/// The registry's list of the sessions of each game.
public interface Registrations {

    /// Enters a session, for as long as a handshake may last.
    Mono<Void> enter(PlayerKey player, SessionId session);

    /// Takes a session off the list. Starts at once; that it failed is no concern of the caller's, the entry times out.
    void leave(PlayerKey player, SessionId session);
}
