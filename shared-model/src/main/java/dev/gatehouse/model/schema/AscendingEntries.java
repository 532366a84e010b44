package dev.gatehouse.model.schema;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/// Entries that are in ascending order already, in the shape in which a persistent map takes them all at once. Nothing
/// but that is supported.
@SuppressWarnings("JdkObsolete") // The type that PCollections asks for.
final class AscendingEntries extends AbstractMap<Object, Object> implements SortedMap<Object, Object> {

    private final Comparator<Object> order;
    private final List<Object> keys;
    private final List<Object> values;

    /// @param keys in ascending order, each once
    /// @param values one for each key
    AscendingEntries(Comparator<Object> order, List<Object> keys, List<Object> values) {
        this.order = order;
        this.keys = keys;
        this.values = values;
    }

    @Override
    public Comparator<Object> comparator() {
        return order;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<Object, Object>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return keys.size();
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<Object, Object>> {

        private int next;

        @Override
        public boolean hasNext() {
            return next < keys.size();
        }

        @Override
        public Map.Entry<Object, Object> next() {
            var entry = Map.entry(keys.get(next), values.get(next));
            next++;
            return entry;
        }
    }

    @Override
    public SortedMap<Object, Object> subMap(Object from, Object to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SortedMap<Object, Object> headMap(Object to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SortedMap<Object, Object> tailMap(Object from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object firstKey() {
        return keys.getFirst();
    }

    @Override
    public Object lastKey() {
        return keys.getLast();
    }
}
