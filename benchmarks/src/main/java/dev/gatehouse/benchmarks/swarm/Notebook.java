package dev.gatehouse.benchmarks.swarm;

import dev.gatehouse.benchmarks.swarm.Trip.Flushes;
import dev.gatehouse.benchmarks.swarm.Trip.Gold;
import dev.gatehouse.benchmarks.swarm.Trip.Timings;
import dev.gatehouse.client.ClientListener;
import dev.gatehouse.client.ClientSession;
import dev.gatehouse.client.Statistics;
import dev.gatehouse.goldrush.player.Player;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What one guest writes down on its way. The listener's thread adds what it hears; all else is the guest's own.
final class Notebook implements ClientListener<Player> {

    final List<Long> answered = new ArrayList<>();
    final List<Long> connects = new ArrayList<>();
    final List<Long> cuts = new ArrayList<>();
    int asked;
    int goldBefore;
    int dug;
    int goldHere;

    @Nullable
    Integer goldKept;

    private final Blow blow;
    private final LongSupplier nanoTime;
    private final List<Long> flushes = new ArrayList<>();
    private final List<Long> heard = new ArrayList<>(); // Guarded by itself.
    private Statistics statistics = new Statistics(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    private Trip.Passage passage = new Trip.Passage(0, 0, 0, 0);

    @Nullable
    private Duration back; // Guarded by `heard`.

    private int gaps; // Guarded by `heard`.

    @Nullable
    private Duration longest;

    /// @param nanoTime that of the blow
    Notebook(Blow blow, LongSupplier nanoTime) {
        this.blow = blow;
        this.nanoTime = nanoTime;
    }

    @Override
    public void onResumed(ClientSession<Player> session) {
        isBack();
    }

    @Override
    public void onRewound(ClientSession<Player> session, boolean gap) {
        isBack();
        synchronized (heard) {
            gaps += gap ? 1 : 0;
        }
    }

    /// The first time after the blow is what counts.
    private void isBack() {
        synchronized (heard) {
            if (back == null && blow.hasStruck()) {
                back = blow.since(nanoTime.getAsLong());
            }
        }
    }

    @Override
    public void onFlushed(FlushResult result) {
        synchronized (heard) {
            heard.add(result.flush());
        }
    }

    /// A flush was answered whose socket was not cut.
    void flushed(long nanos) {
        flushes.add(nanos);
        if (blow.hasStruck() && (longest == null || nanos > longest.toNanos())) {
            longest = Duration.ofNanos(nanos);
        }
    }

    /// The session has its last answer.
    void settled(Statistics numbers, SocketDiary sockets) {
        statistics = numbers;
        synchronized (heard) {
            passage = sockets.passage(gaps);
        }
    }

    Trip close(@Nullable String trouble) {
        synchronized (heard) {
            return new Trip(
                    new Gold(goldBefore, dug, goldHere, goldKept),
                    new Flushes(asked, answered, heard),
                    statistics,
                    passage,
                    new Timings(connects, flushes, cuts, back, longest),
                    trouble);
        }
    }
}
