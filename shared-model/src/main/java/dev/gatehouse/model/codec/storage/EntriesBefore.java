package dev.gatehouse.model.codec.storage;

import dev.gatehouse.model.schema.MapShape;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Entries of an earlier map, walked beside those of a later one. Used once, by one thread.
final class EntriesBefore {

    private final Comparator<Object> order;
    private final Iterator<? extends Map.Entry<?, ?>> entries;
    private Map.@Nullable Entry<?, ?> next;
    private @Nullable Object value;

    /// @param entries their keys in ascending order
    EntriesBefore(MapShape shape, Iterator<? extends Map.Entry<?, ?>> entries) {
        this.order = shape.order();
        this.entries = entries;
        advance();
    }

    private void advance() {
        next = entries.hasNext() ? entries.next() : null;
    }

    /// Goes on to this key of the later map.
    ///
    /// @return whether the earlier one has it, behind all that it was found to have so far
    boolean has(Object key) {
        while (next != null && !isNext(key) && order.compare(next.getKey(), key) < 0) {
            advance();
        }
        boolean found = next != null && (isNext(key) || order.compare(next.getKey(), key) == 0);
        value = found && next != null ? next.getValue() : null;
        if (found) {
            advance();
        }
        return found;
    }

    /// Whether the next entry of the earlier map has this very key. Mostly it has, and it need not be compared.
    @SuppressWarnings("ReferenceEquality") // It asks for that one only.
    boolean isNext(@Nullable Object key) {
        return next != null && next.getKey() == key;
    }

    /// What the earlier map has for that key; absent where it has none.
    @Nullable
    Object value() {
        return value;
    }
}
