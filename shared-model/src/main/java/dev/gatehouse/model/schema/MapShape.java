package dev.gatehouse.model.schema;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

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
        return TreePMap.fromSortedMap(entries);
    }

    /// @param keys in ascending order by [#order()], each once
    /// @param values one for each key
    public PSortedMap<Object, Object> create(List<Object> keys, List<Object> values) {
        return create(new AscendingEntries(order, keys, values));
    }
}
