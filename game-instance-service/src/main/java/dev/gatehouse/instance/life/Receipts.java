package dev.gatehouse.instance.life;

import static java.util.function.Predicate.not;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.instance.OwedNews;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// What players have heard by this node, until it is noted in their instances. It waits for a change that is
/// made anyway, so that nobody waits for a note of its own. What is lost on the way is told once more, which
/// does no harm. Safe to use from any thread.
public final class Receipts {

    /// At most of so many instances.
    static final int MAX = 10_000;

    /// How long one waits for a change that is made anyway: shorter than others leave to the first to tell.
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final InstantSource time;
    private final ConcurrentMap<InstanceId, Waiting> waiting = new ConcurrentHashMap<>();

    public Receipts(InstantSource time) {
        this.time = time;
    }

    private record Waiting(Instant since, List<OwedNews> heard) {}

    /// Somebody has heard it, or has no session that could.
    public void heard(InstanceId id, OwedNews news) {
        if (waiting.size() < MAX || waiting.containsKey(id)) {
            waiting.merge(id, new Waiting(time.instant(), List.of(news)), Receipts::both);
        }
    }

    private static Waiting both(Waiting before, Waiting more) {
        var heard = new ArrayList<>(before.heard());
        heard.addAll(more.heard());
        return new Waiting(before.since(), List.copyOf(heard));
    }

    List<OwedNews> of(InstanceId id) {
        var found = waiting.get(id);
        return found == null ? List.of() : found.heard();
    }

    /// These are in the instance, or it is gone.
    void noted(InstanceId id, List<OwedNews> heard) {
        if (!heard.isEmpty()) {
            waiting.computeIfPresent(id, (_, now) -> without(now, heard));
        }
    }

    private static @Nullable Waiting without(Waiting now, List<OwedNews> heard) {
        var left = now.heard().stream().filter(not(Set.copyOf(heard)::contains)).toList();
        return left.isEmpty() ? null : new Waiting(now.since(), left);
    }

    /// The instances with something that has waited for long enough, the longest first.
    List<InstanceId> due(int limit) {
        var now = time.instant();
        return waiting.entrySet().stream()
                .filter(each -> !now.isBefore(each.getValue().since().plus(PATIENCE)))
                .sorted(Comparator.comparing(each -> each.getValue().since()))
                .limit(limit)
                .map(Entry::getKey)
                .toList();
    }
}
