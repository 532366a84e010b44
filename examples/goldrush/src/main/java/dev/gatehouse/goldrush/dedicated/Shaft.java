package dev.gatehouse.goldrush.dedicated;

import dev.gatehouse.model.id.PlayerId;
import java.util.SortedMap;
import java.util.TreeMap;

/// Who is down the mine and what each has found. Safe to use from any thread.
final class Shaft {

    /// A seam holds no more for one player.
    static final int MOST_NUGGETS = 100;

    private final SortedMap<String, Integer> found = new TreeMap<>();

    /// @return false if the player is down there already
    synchronized boolean enter(PlayerId player) {
        return found.putIfAbsent(player.value(), 0) == null;
    }

    /// @return the player's nuggets so far
    synchronized int dig(PlayerId player) {
        return found.merge(player.value(), 1, (before, one) -> Math.min(MOST_NUGGETS, before + one));
    }

    synchronized int foundBy(PlayerId player) {
        return found.getOrDefault(player.value(), 0);
    }

    /// @return whether nobody is left down there
    synchronized boolean leave(PlayerId player) {
        return found.remove(player.value()) != null && found.isEmpty();
    }
}
