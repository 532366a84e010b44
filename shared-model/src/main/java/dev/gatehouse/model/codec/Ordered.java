package dev.gatehouse.model.codec;

import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Refuses sorted collections that a game has sorted in its own way: their order is part of their encoding and of the
/// checksum, and an order that a reader cannot know would make both differ.
public final class Ordered {

    public static void check(Comparator<Object> order, Collection<?> keys) {
        Object before = null;
        for (Object key : keys) {
            check(order, before, key);
            before = key;
        }
    }

    /// @param before absent for the first one
    public static void check(Comparator<Object> order, @Nullable Object before, Object key) {
        if (before != null && order.compare(before, key) >= 0) {
            throw new IllegalArgumentException("a sorted collection of "
                    + key.getClass().getSimpleName() + " in an order of its own (expected: ascending)");
        }
    }

    private Ordered() {}
}
