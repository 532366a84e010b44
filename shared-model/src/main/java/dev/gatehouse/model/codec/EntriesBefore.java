package dev.gatehouse.model.codec;

import dev.gatehouse.model.schema.MapShape;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The entries of an earlier map, walked beside those of a later one. Used once, by one thread.
final class EntriesBefore {

    private final Comparator<Object> order;
    private final Iterator<? extends Map.Entry<?, ?>> entries;
    private Map.@Nullable Entry<?, ?> next;
    private @Nullable Object value;

    /// @param before its keys in ascending order
    EntriesBefore(MapShape shape, @Nullable Map<?, ?> before) {
        this.order = shape.order();
        this.entries =
                before == null ? Collections.emptyIterator() : before.entrySet().iterator();
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

    @SuppressWarnings("ReferenceEquality") // Mostly it is the very same key, which need not be compared.
    private boolean isNext(Object key) {
        return next != null && next.getKey() == key;
    }

    /// What the earlier map has for that key; absent where it has none.
    @Nullable
    Object value() {
        return value;
    }
}
