package dev.gatehouse.model.codec.proto;

import dev.gatehouse.model.schema.MapShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// The entries of a map as they are read: in ascending order from whoever writes them as we do, in any order from
/// others. The last one of a key holds, as protobuf demands. Used by one thread.
final class ReadEntries {

    private final MapShape shape;
    private final Comparator<Object> order;
    private final List<Object> keys = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private boolean ascending = true;

    ReadEntries(MapShape shape) {
        this.shape = shape;
        this.order = shape.order();
    }

    int size() {
        return keys.size();
    }

    void add(Object key, Object value) {
        ascending &= keys.isEmpty() || order.compare(keys.getLast(), key) < 0;
        keys.add(key);
        values.add(value);
    }

    Object toMap() {
        if (ascending) {
            return shape.create(keys, values);
        }
        var sorted = new TreeMap<>(order);
        for (int i = 0; i < keys.size(); i++) {
            sorted.put(keys.get(i), values.get(i));
        }
        return shape.create(sorted);
    }
}
