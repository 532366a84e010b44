package dev.gatehouse.model.schema;

import dev.gatehouse.model.collection.ChunkedMap;
import java.util.Collection;
import java.util.Comparator;
import java.util.SortedMap;
import org.pcollections.PSortedMap;

/// A `PSortedMap`. Keys are strings, `int`s, `long`s or [Inline] records of these, in ascending order; values are never
/// null and never collections themselves.
public final class MapShape implements Shape {

    private final Shape key;
    private final Shape value;
    private final Comparator<Object> order;

    MapShape(Shape key, Shape value) {
        this.key = key;
        this.value = value;
        this.order = KeyOrder.of(key);
    }

    public Shape key() {
        return key;
    }

    public Shape value() {
        return value;
    }

    /// The order in which entries are encoded and hashed.
    public Comparator<Object> order() {
        return order;
    }

    /// @param entries sorted by [#order()]
    public PSortedMap<Object, Object> create(SortedMap<Object, Object> entries) {
        return create(entries.keySet(), entries.values());
    }

    /// @param keys in ascending order by [#order()], each once
    /// @param values one for each key
    public PSortedMap<Object, Object> create(Collection<?> keys, Collection<?> values) {
        return ChunkedMap.ascending(order, keys, values);
    }
}
