package dev.gatehouse.model.collection;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.AbstractUnmodifiableMap;
import org.pcollections.AbstractUnmodifiableSet;
import org.pcollections.PSortedMap;

/// A persistent sorted map of chunks, as the codecs make it. To find an entry takes searches by halves; to put one in,
/// to replace one and to remove one copies one chunk and a reference to each other one. Two versions share the chunks
/// in which nothing changed, so what differs is found without looking at all of them ([#gaps]).
///
/// A map of a range is one of its own and shares the chunks that it has all of; one in descending order is a copy.
///
/// Immutable; safe to use from any thread.
///
/// @param <K> not null
/// @param <V> not null
public final class ChunkedMap<K, V> extends AbstractUnmodifiableMap<K, V> implements PSortedMap<K, V> {

    private static final ChunkedMap<?, ?> EMPTY = empty(Comparator.<String>naturalOrder());

    private final Chunks chunks;

    private ChunkedMap(Chunks chunks) {
        this.chunks = chunks;
    }

    /// In the natural order of the keys.
    @SuppressWarnings("unchecked") // There is nothing in it, and one natural order is that of all keys.
    public static <K extends Comparable<? super K>, V> ChunkedMap<K, V> empty() {
        return (ChunkedMap<K, V>) EMPTY;
    }

    public static <K, V> ChunkedMap<K, V> empty(Comparator<? super K> order) {
        return ascending(order, Set.of(), Set.of());
    }

    /// In the natural order of the keys, whatever that of the other map.
    @SuppressWarnings("unchecked") // Nobody can add to it, so one of narrower types is one of wider types.
    public static <K extends Comparable<? super K>, V> ChunkedMap<K, V> from(Map<? extends K, ? extends V> entries) {
        if (entries instanceof ChunkedMap<?, ?> same && same.comparator().equals(Comparator.naturalOrder())) {
            return (ChunkedMap<K, V>) same;
        }
        var sorted = new TreeMap<K, V>(entries);
        return ascending(Comparator.naturalOrder(), sorted.keySet(), sorted.values());
    }

    /// @param keys in ascending order, each once; not checked
    /// @param values one for each key
    public static <K, V> ChunkedMap<K, V> ascending(
            Comparator<? super K> order, Collection<? extends K> keys, Collection<? extends V> values) {
        return new ChunkedMap<>(Chunks.ascending(order, keys, values));
    }

    /// Whether a map is one of these, in this order.
    public static boolean is(Map<?, ?> map, Comparator<?> order) {
        return map instanceof ChunkedMap<?, ?> chunked && chunked.comparator().equals(order);
    }

    /// Where this map may differ from an earlier one.
    ///
    /// @return in ascending order
    /// @throws IllegalArgumentException if that one is in another order
    public List<Gap> gaps(ChunkedMap<K, ?> before) {
        return chunks.gaps(before.chunks);
    }

    /// The entries from one index up to another.
    ///
    /// @throws IndexOutOfBoundsException for indexes that it has not
    public Iterator<Map.Entry<K, V>> entries(int from, int to) {
        return chunks.iterator(from, to, ChunkedMap::entry);
    }

    @SuppressWarnings("unchecked") // Only entries are put in.
    private static <K, V> Map.Entry<K, V> entry(Chunk chunk, int index) {
        return new SimpleImmutableEntry<>((K) chunk.keys()[index], (V) chunk.values()[index]);
    }

    private Map.@Nullable Entry<K, V> entry(int index) {
        return index < 0 || index >= size() ? null : entries(index, index + 1).next();
    }

    private ChunkedMap<K, V> of(Chunks next) {
        return next.isSame(chunks) ? this : new ChunkedMap<>(next);
    }

    @Override
    public ChunkedMap<K, V> plus(K key, V value) {
        return of(chunks.plus(key, value));
    }

    @Override
    public ChunkedMap<K, V> plusAll(Map<? extends K, ? extends V> entries) {
        var next = chunks;
        for (var entry : entries.entrySet()) {
            next = next.plus(entry.getKey(), entry.getValue());
        }
        return of(next);
    }

    @Override
    public ChunkedMap<K, V> minus(Object key) {
        return of(chunks.minus(key));
    }

    @Override
    public ChunkedMap<K, V> minusAll(Collection<?> keys) {
        var next = chunks;
        for (var key : keys) {
            next = next.minus(key);
        }
        return of(next);
    }

    @Override
    public ChunkedMap<K, V> minusFirstEntry() {
        return minus(firstKey());
    }

    @Override
    public ChunkedMap<K, V> minusLastEntry() {
        return minus(lastKey());
    }

    @Override
    public ChunkedMap<K, V> subMap(K from, boolean fromInclusive, K to, boolean toInclusive) {
        return of(chunks.part(from, fromInclusive, to, toInclusive));
    }

    @Override
    public ChunkedMap<K, V> subMap(K from, K to) {
        return subMap(from, true, to, false);
    }

    @Override
    public ChunkedMap<K, V> headMap(K to, boolean inclusive) {
        return of(chunks.part(0, chunks.ahead(to, inclusive)));
    }

    @Override
    public ChunkedMap<K, V> headMap(K to) {
        return headMap(to, false);
    }

    @Override
    public ChunkedMap<K, V> tailMap(K from, boolean inclusive) {
        return of(chunks.part(chunks.ahead(from, !inclusive), size()));
    }

    @Override
    public ChunkedMap<K, V> tailMap(K from) {
        return tailMap(from, true);
    }

    @Override
    public ChunkedMap<K, V> descendingMap() {
        return new ChunkedMap<>(chunks.descending());
    }

    /// Shares what this map has.
    @Override
    public ChunkedSet<K> keySet() {
        return new ChunkedSet<>(chunks);
    }

    @Override
    public ChunkedSet<K> navigableKeySet() {
        return keySet();
    }

    @Override
    public ChunkedSet<K> descendingKeySet() {
        return keySet().descendingSet();
    }

    @Override
    public Comparator<? super K> comparator() {
        return chunks.order();
    }

    @Override
    public int size() {
        return chunks.size();
    }

    @Override
    public boolean containsKey(Object key) {
        return chunks.find(key) >= 0;
    }

    @Override
    @SuppressWarnings("unchecked") // Only values are put in.
    public @Nullable V get(Object key) {
        int index = chunks.find(key);
        return index < 0 ? null : (V) chunks.value(index);
    }

    @Override
    public Map.@Nullable Entry<K, V> firstEntry() {
        return entry(0);
    }

    @Override
    public K firstKey() {
        return keySet().first();
    }

    @Override
    public Map.@Nullable Entry<K, V> lastEntry() {
        return entry(chunks.size() - 1);
    }

    @Override
    public K lastKey() {
        return keySet().last();
    }

    @Override
    public Map.@Nullable Entry<K, V> lowerEntry(K key) {
        return entry(chunks.ahead(key, false) - 1);
    }

    @Override
    public @Nullable K lowerKey(K key) {
        return keySet().lower(key);
    }

    @Override
    public Map.@Nullable Entry<K, V> floorEntry(K key) {
        return entry(chunks.ahead(key, true) - 1);
    }

    @Override
    public @Nullable K floorKey(K key) {
        return keySet().floor(key);
    }

    @Override
    public Map.@Nullable Entry<K, V> ceilingEntry(K key) {
        return entry(chunks.ahead(key, false));
    }

    @Override
    public @Nullable K ceilingKey(K key) {
        return keySet().ceiling(key);
    }

    @Override
    public Map.@Nullable Entry<K, V> higherEntry(K key) {
        return entry(chunks.ahead(key, true));
    }

    @Override
    public @Nullable K higherKey(K key) {
        return keySet().higher(key);
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractUnmodifiableSet<Map.Entry<K, V>> {

        @Override
        public int size() {
            return chunks.size();
        }

        @Override
        public Iterator<Map.Entry<K, V>> iterator() {
            return entries(0, size());
        }
    }
}
