package dev.gatehouse.benchmarks.crowd;

import dev.gatehouse.benchmarks.tool.Deadline;
import dev.gatehouse.client.ClientSettings;
import dev.gatehouse.client.GatehouseClient;
import dev.gatehouse.model.error.ConnectionError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Lets newcomers come at once, waits until all but one are out, and looks at who is left.
final class Crowd {

    private static final int OUT = ConnectionError.FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION.code();

    private final GatehouseClient client;
    private final LongSupplier nanoTime;

    Crowd(GatehouseClient client, LongSupplier nanoTime) {
        this.client = client;
        this.nanoTime = nanoTime;
    }

    /// Blocks until it is decided who stays, or the time is over.
    ///
    /// @param settings of all of them
    CrowdRun run(ClientSettings settings, int newcomers, Duration within) throws InterruptedException {
        var deadline = Deadline.in(within, nanoTime);
        // One less: the last may stay.
        var out = new CountDownLatch(newcomers - 1);
        var crowd = new ArrayList<Newcomer>();
        try {
            for (int i = 0; i < newcomers; i++) {
                crowd.add(new Newcomer(client, settings, nanoTime, out::countDown));
            }
            boolean decided = out.await(deadline.at() - deadline.now(), TimeUnit.NANOSECONDS);
            // Only whom the server answers after all others are out has stayed.
            var stayed = decided ? playing(crowd, deadline) : List.<Newcomer>of();
            return new CrowdRun(newcomers, stayed.size(), ends(crowd), silence(crowd, stayed));
        } finally {
            crowd.forEach(Newcomer::close);
        }
    }

    private static List<Newcomer> playing(List<Newcomer> crowd, Deadline deadline) throws InterruptedException {
        var playing = new ArrayList<Newcomer>();
        for (var one : crowd) {
            if (one.end() == null && one.plays(deadline)) {
                playing.add(one);
            }
        }
        return playing;
    }

    private static Map<Integer, Integer> ends(List<Newcomer> crowd) {
        var ends = new TreeMap<Integer, Integer>();
        for (var one : crowd) {
            var end = one.end();
            if (end != null) {
                ends.merge(end.code(), 1, Integer::sum);
            }
        }
        return ends;
    }

    /// From the start of the one that stayed, by which all is decided, until the last of those who lost a session
    /// heard.
    private static Duration silence(List<Newcomer> crowd, List<Newcomer> stayed) {
        if (stayed.size() != 1) {
            return Duration.ZERO;
        }
        long decided = stayed.getFirst().startedAt();
        long nanos = crowd.stream()
                .filter(Crowd::isOut)
                .mapToLong(one -> one.endedAt() - decided)
                .max()
                .orElse(0);
        // The last may have heard before the survivor itself did.
        return Duration.ofNanos(Math.max(0, nanos));
    }

    private static boolean isOut(Newcomer one) {
        var end = one.end();
        return end != null && end.code() == OUT;
    }
}
