package dev.gatehouse.launcher.simulator.line;

import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.GameServerNotice.Refresh;
import dev.gatehouse.model.partner.GameServerRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the line knows of one instance's server. Safe to use from any thread.
final class WatchedLink {

    private @Nullable TokenPair used; // By the newest link, or the pair before the newest one that it was given.
    private @Nullable TokenPair newest;
    private @Nullable Relay current; // Absent while there is no link.
    private @Nullable Long refusedUntil; // Absent where nothing was ever refused.
    private boolean isNewer;
    private boolean isForbidden;
    private @Nullable Refusal refusal; // Absent while everything is passed on.
    private @Nullable Class<? extends GameServerRequest> toLose; // Absent where no answer is to get lost.
    private @Nullable String lost; // The request whose answer it is.

    /// What the requests of a kind are answered with.
    private record Refusal(Class<? extends GameServerRequest> kind, Failure why) {}

    synchronized Optional<TokenPair> pair() {
        return Optional.ofNullable(used);
    }

    synchronized boolean isRefused(long nanoTime) {
        return refusedUntil != null && nanoTime - refusedUntil < 0;
    }

    synchronized boolean isNewer() {
        return isNewer;
    }

    synchronized void speakNewer() {
        isNewer = true;
    }

    synchronized boolean isForbidden() {
        return isForbidden;
    }

    synchronized void forbid() {
        isForbidden = true;
    }

    synchronized void refuse(Class<? extends GameServerRequest> kind, Failure why) {
        refusal = new Refusal(kind, why);
    }

    synchronized void passOn() {
        refusal = null;
    }

    synchronized void loseNextAnswer(Class<? extends GameServerRequest> kind) {
        toLose = kind;
    }

    /// What the line answers in the service's place; empty where it passes the request on.
    synchronized Optional<Failure> asked(GameServerRequest request) {
        if (request.getClass() == toLose) {
            toLose = null;
            lost = request.id();
        }
        return Optional.ofNullable(refusal)
                .filter(each -> request.getClass() == each.kind())
                .map(Refusal::why);
    }

    /// Whether the answer to this request gets lost. It does once.
    synchronized boolean loses(String request) {
        boolean isLost = request.equals(lost);
        if (isLost) {
            lost = null;
        }
        return isLost;
    }

    synchronized void opened(Relay relay, TokenPair pair) {
        current = relay;
        used = pair;
        newest = pair;
    }

    synchronized void refreshed(Refresh next) {
        used = newest;
        newest = new TokenPair(next.gameToken(), next.socialToken());
    }

    synchronized void closed(Relay relay) {
        if (current == relay) {
            current = null;
        }
    }

    boolean cut(long refusedUntil) {
        Relay torn;
        synchronized (this) {
            this.refusedUntil = refusedUntil;
            torn = current;
        }
        if (torn != null) {
            torn.tear();
        }
        return torn != null;
    }

    void tell(String text) {
        Relay to;
        synchronized (this) {
            to = current;
        }
        if (to != null) {
            to.tell(text);
        }
    }
}
