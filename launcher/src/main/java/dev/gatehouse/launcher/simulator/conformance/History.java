package dev.gatehouse.launcher.simulator.conformance;

import dev.gatehouse.launcher.simulator.line.LinkEvent;
import dev.gatehouse.launcher.simulator.line.LinkEvent.Answered;
import dev.gatehouse.launcher.simulator.line.LinkEvent.Asked;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.GameServerRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What was seen of one server's links, from the first on, and of the tickets to it. Safe to use
/// from any thread.
final class History {

    /// More than any server says while it is checked.
    private static final int MOST = 10_000;

    private final LongSupplier nanoTime;
    private final List<LinkEvent> events = new ArrayList<>(); // Guarded by this, as are the tickets.
    private final Map<PlayerId, String> tickets = new HashMap<>(); // The first of each player.

    /// @param nanoTime monotonic
    History(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void add(LinkEvent event) {
        if (events.size() < MOST) {
            events.add(event);
            notifyAll();
        }
    }

    synchronized void sent(PlayerId player, String ticket) {
        tickets.putIfAbsent(player, ticket);
        notifyAll();
    }

    /// The first ticket that the player was sent; empty where it was not in time.
    synchronized Optional<String> ticket(PlayerId player, Duration within) throws InterruptedException {
        await(() -> tickets.containsKey(player), within);
        return Optional.ofNullable(tickets.get(player));
    }

    /// How much there is by now: what comes after is new.
    synchronized int mark() {
        return events.size();
    }

    /// What came since a mark.
    synchronized List<LinkEvent> since(int mark) {
        return List.copyOf(events.subList(mark, events.size()));
    }

    /// Waits until what came since a mark is so, and no longer than that.
    ///
    /// @return whether it is
    synchronized boolean await(int mark, Predicate<List<LinkEvent>> wanted, Duration within)
            throws InterruptedException {
        return await(() -> wanted.test(events.subList(mark, events.size())), within);
    }

    private synchronized boolean await(BooleanSupplier wanted, Duration within) throws InterruptedException {
        long deadline = nanoTime.getAsLong() + within.toNanos();
        while (!wanted.getAsBoolean()) {
            long left = Duration.ofNanos(deadline - nanoTime.getAsLong()).toMillis();
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /// The requests of a kind among these.
    static <T extends GameServerRequest> Stream<T> asked(List<LinkEvent> events, Class<T> kind) {
        return events.stream()
                .filter(Asked.class::isInstance)
                .map(event -> ((Asked) event).request())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /// Whether a request of a kind among these was done.
    static boolean isDone(List<LinkEvent> events, Class<? extends GameServerRequest> kind) {
        return asked(events, kind)
                .map(GameServerRequest::id)
                .anyMatch(id -> events.stream()
                        .anyMatch(event -> event instanceof Answered(var _, var answer)
                                && answer.ok()
                                && answer.id().equals(id)));
    }
}
