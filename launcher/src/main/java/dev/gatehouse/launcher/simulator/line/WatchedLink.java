package dev.gatehouse.launcher.simulator.line;

import dev.gatehouse.model.partner.GameServerNotice.Refresh;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the line knows of one instance's server. Safe to use from any thread.
final class WatchedLink {

    private @Nullable TokenPair used; // By the newest link, or the pair before the newest one that it was given.
    private @Nullable TokenPair newest;
    private @Nullable Relay current; // Absent while there is no link.
    private @Nullable Long refusedUntil; // Absent where nothing was ever refused.
    private boolean isNewer;

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
