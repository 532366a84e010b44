package dev.gatehouse.proxy.handshake;

import static dev.gatehouse.model.error.ConnectionError.GAME_ID_NOT_ALLOWED;
import static dev.gatehouse.model.error.ConnectionError.GAME_ID_UNKNOWN;
import static dev.gatehouse.model.error.ConnectionError.LOGIC_VERSION_CLIENT_TOO_NEW;
import static dev.gatehouse.model.error.ConnectionError.LOGIC_VERSION_CLIENT_TOO_OLD;
import static dev.gatehouse.model.error.ConnectionError.LOGIC_VERSION_INVALID_MISMATCH;

import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.routing.LiveNodes;
import java.util.Optional;

/// What the live nodes say about a game: whether it is registered, and which logic versions of it run.
final class GameChecks {

    private final LiveNodes live;

    GameChecks(LiveNodes live) {
        this.live = live;
    }

    // With no node at all nothing is known about any game, so that is not the client's mistake.
    Optional<Refusal> game(Entrant entrant) {
        var nodes = live.now();
        var game = entrant.player().gameId();
        if (nodes.isEmpty()) {
            return Optional.of(Refusal.notReady("No server is ready."));
        }
        if (!nodes.hosts(game)) {
            return Optional.of(Refusal.of(GAME_ID_UNKNOWN));
        }
        return entrant.mayPlay(game) ? Optional.empty() : Optional.of(Refusal.of(GAME_ID_NOT_ALLOWED));
    }

    Optional<Refusal> logicVersion(Entrant entrant) {
        var version = entrant.greeting().hello().client().logicVersion();
        return switch (live.now().fit(entrant.player().gameId(), version)) {
            case FITS -> Optional.empty();
            case TOO_OLD -> Optional.of(Refusal.of(LOGIC_VERSION_CLIENT_TOO_OLD));
            case TOO_NEW -> Optional.of(Refusal.of(LOGIC_VERSION_CLIENT_TOO_NEW));
            case IN_A_GAP -> Optional.of(Refusal.of(LOGIC_VERSION_INVALID_MISMATCH));
        };
    }
}
