package dev.gatehouse.session.link;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.session.fixture.Flusher;
import dev.gatehouse.session.fixture.LeaseBook;
import dev.gatehouse.session.fixture.ProxyLink;
import dev.gatehouse.session.fixture.Purse;
import java.time.Duration;

/// A player of a node who flushes at an even pace, answered or not, and notices when an answer comes and whether the
/// node had the player's lease then.
final class SteadyPlayer {

    /// As many as a client has under way that hears nothing for a while.
    private static final int MOST_OPEN = 100;

    private final Flusher flusher;
    private final PlayerKey key;
    private final LeaseBook leases;
    private final Duration margin;
    private long lastAnswer;
    private long late;

    /// @param leases of the node
    /// @param margin how long before a lease's end the node may acknowledge no more
    SteadyPlayer(ProxyLink link, int channel, String name, LeaseBook leases, Duration margin) {
        this.flusher = Flusher.start(link, channel, name);
        this.key = new PlayerKey(Purse.GAME_ID, new PlayerId(name));
        this.leases = leases;
        this.margin = margin;
    }

    /// Hears what has come, and flushes once more.
    void step() {
        hear();
        if (flusher.open() < MOST_OPEN) {
            flusher.say();
        }
    }

    /// Hears what has come.
    void hear() {
        while (flusher.hasAnswer()) {
            flusher.hear();
            lastAnswer = System.nanoTime();
            late += lastAnswer - (leases.end(key) - margin.toNanos()) < 0 ? 0 : 1;
        }
    }

    Flusher flusher() {
        return flusher;
    }

    String name() {
        return key.playerId().value();
    }

    /// When it was answered last, as `System.nanoTime` has it.
    long lastAnswer() {
        return lastAnswer;
    }

    /// Answers that came after the lease's safe end.
    long late() {
        return late;
    }
}
