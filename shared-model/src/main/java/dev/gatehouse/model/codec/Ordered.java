package dev.gatehouse.model.codec;

import java.util.Collection;
import java.util.Comparator;

/// Refuses sorted collections that a game has sorted in its own way: their order is part of their encoding and of the
/// checksum, and an order that a reader cannot know would make both differ.
final class Ordered {

    static void check(Comparator<Object> order, Collection<?> keys) {
        Object before = null;
        for (Object key : keys) {
            if (before != null && order.compare(before, key) >= 0) {
                throw new IllegalArgumentException("a sorted collection of "
                        + key.getClass().getSimpleName() + " in an order of its own (expected: ascending)");
            }
            before = key;
        }
    }

    private Ordered() {}
}
