package dev.gatehouse.session.load;

import dev.gatehouse.session.fixture.Flusher;
import dev.gatehouse.session.fixture.ProxyLink;
import dev.gatehouse.session.fixture.SessionNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// What came of players who all flush one small action after the other, each once the one before it is answered.
///
/// @param players who played at once
/// @param flushes of all of them that were counted
/// @param work that it took
public record FlushLoad(int players, int flushes, Work work) {

    private static final int LINKS = 4;

    /// Plays. Half as many flushes go before, so that what is counted runs as it does for ever after.
    ///
    /// @param node with a [CountedJournal]
    /// @param each flushes of each player
    /// @throws java.util.concurrent.ExecutionException if one of them was not done
    public static FlushLoad on(SessionNode node, int players, int each) throws Exception {
        var links =
                IntStream.range(0, LINKS).mapToObj(_ -> ProxyLink.open(node)).toList();
        try {
            var flushers = IntStream.range(0, players)
                    .mapToObj(i -> Flusher.start(links.get(i % LINKS), 1 + i, "flusher-" + i))
                    .toList();
            play(flushers, each / 2);
            var before = Work.soFar(node);
            play(flushers, each);
            return new FlushLoad(players, players * each, Work.soFar(node).since(before));
        } finally {
            links.forEach(ProxyLink::close);
        }
    }

    /// All at once, until the last of them is done.
    private static void play(List<Flusher> flushers, int each) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var playing = flushers.stream()
                    .map(flusher -> threads.submit(() -> flusher.flush(each)))
                    .toList();
            for (var one : playing) {
                one.get();
            }
        }
    }

    /// Pipelines for each flush. What Redis read is looked at as well: it knows nothing of what we call a pipeline.
    public double roundTrips() {
        return (double) Math.max(work.pipelines(), work.reads()) / flushes;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d flushes of %d players: %,.0f a second; for each %.3f pipelines to Redis (%.3f reads there),"
                        + " %.1f us of a processor in the node and %.1f us in Redis",
                flushes,
                players,
                flushes * 1e9 / work.nanos(),
                (double) work.pipelines() / flushes,
                (double) work.reads() / flushes,
                work.nodeNanos() * 1e-3 / flushes,
                work.redisNanos() * 1e-3 / flushes);
    }
}
