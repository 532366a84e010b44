package dev.gatehouse.instance.life;

import dev.gatehouse.instance.life.InstanceStore.Page;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds a game's instances, newest first. Blocks; safe to use from any thread.
public final class Listing {

    /// So many instances are found at most.
    public static final int MOST_FOUND = 100;

    /// So many are looked at for it.
    public static final int MOST_READ = 20 * MOST_FOUND;

    private final InstanceStore store;

    public Listing(InstanceStore store) {
        this.store = store;
    }

    /// Reads on past those that are not wanted.
    ///
    /// @param before only those that are older than this one
    /// @return may have a next page though nothing was found in this one, as nobody is to wait for all of a game's
    ///     instances
    public Page find(GameId game, Optional<InstanceId> before, Predicate<InstanceRecord> wanted) {
        var found = new ArrayList<InstanceRecord>();
        var next = before;
        for (int read = 0; read < MOST_READ; read += MOST_FOUND) {
            var page = store.list(game, next, MOST_FOUND);
            for (InstanceRecord instance : page.instances()) {
                if (wanted.test(instance)) {
                    found.add(instance);
                }
                if (found.size() == MOST_FOUND) {
                    return new Page(found, Optional.of(instance.id()));
                }
            }
            next = page.next();
            if (next.isEmpty()) {
                break;
            }
        }
        return new Page(found, next);
    }
}
