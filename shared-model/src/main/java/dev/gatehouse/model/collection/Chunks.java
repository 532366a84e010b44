package dev.gatehouse.model.collection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/// What [ChunkedMap] and [ChunkedSet] are made of: entries in the order of their keys, in chunks under a
/// directory. To find one takes searches by halves; to put one in or to remove one copies one chunk, or two that
/// have become small, and the directory. An index is that of an entry in the order of the keys, from 0.
///
/// Immutable; safe to use from any thread.
final class Chunks {

    private final Comparator<Object> order;

    /// None of them empty.
    private final Chunk[] chunks;

    /// The index of each chunk's first entry, and behind them how many entries there are in all.
    private final int[] starts;

    private Chunks(Comparator<Object> order, Chunk... chunks) {
        this.order = order;
        this.chunks = chunks;
        this.starts = new int[chunks.length + 1];
        for (int i = 0; i < chunks.length; i++) {
            starts[i + 1] = starts[i] + chunks[i].size();
        }
    }

    /// @param keys in ascending order, each once; not checked
    /// @param values one for each key
    @SuppressWarnings("unchecked") // Only keys are compared; others are refused by the cast in the order itself.
    static Chunks ascending(Comparator<?> order, Collection<?> keys, Collection<?> values) {
        var all = new Chunk(keys.toArray(), values.toArray());
        var chunks = new Chunk[(all.size() + Chunk.MOST - 1) / Chunk.MOST];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = all.part(i * Chunk.MOST, Math.min(all.size(), (i + 1) * Chunk.MOST));
        }
        return new Chunks((Comparator<Object>) order, chunks);
    }

    Comparator<Object> order() {
        return order;
    }

    int size() {
        return starts[chunks.length];
    }

    Object key(int index) {
        int at = chunkAt(index);
        return chunks[at].keys()[index - starts[at]];
    }

    Object value(int index) {
        int at = chunkAt(index);
        return chunks[at].values()[index - starts[at]];
    }

    private int chunkAt(int index) {
        int found = Arrays.binarySearch(starts, index);
        return found < 0 ? -found - 2 : found;
    }

    Object[] keys() {
        var keys = new Object[size()];
        for (int i = 0; i < chunks.length; i++) {
            System.arraycopy(chunks[i].keys(), 0, keys, starts[i], chunks[i].size());
        }
        return keys;
    }

    private Object[] values() {
        var values = new Object[size()];
        for (int i = 0; i < chunks.length; i++) {
            System.arraycopy(chunks[i].values(), 0, values, starts[i], chunks[i].size());
        }
        return values;
    }

    /// The entries from one index up to another.
    ///
    /// @throws IndexOutOfBoundsException for indexes that there are not
    <T> Iterator<T> iterator(int from, int to, Cursor.Part<T> part) {
        Objects.checkFromToIndex(from, to, size());
        int at = chunkAt(from);
        return new Cursor<>(chunks, part, at, from - starts[at], to - from);
    }

    /// The index of a key; where there is none, `-n - 1` with `n` keys ahead of it.
    int find(Object key) {
        if (chunks.length == 0) {
            return -1;
        }
        int at = chunkOf(key);
        int found = chunks[at].find(key, order);
        return found < 0 ? found - starts[at] : found + starts[at];
    }

    /// The last chunk that does not start behind a key; else the first.
    private int chunkOf(Object key) {
        int low = 0;
        int high = chunks.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (order.compare(chunks[middle].first(), key) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// How many keys are ahead of one.
    ///
    /// @param inclusive whether the key itself counts
    int ahead(Object key, boolean inclusive) {
        int found = find(key);
        return found < 0 ? -found - 1 : inclusive ? found + 1 : found;
    }

    /// With a value at a key; where it has that key, only the value is another.
    @SuppressWarnings("ReferenceEquality") // What is there already changes nothing.
    Chunks plus(Object key, Object value) {
        if (chunks.length == 0) {
            // Refuses, as with later ones, what has no place in the order.
            order.compare(key, key);
            return new Chunks(order, Chunk.of(key, value));
        }
        int at = chunkOf(key);
        var chunk = chunks[at];
        int found = chunk.find(key, order);
        if (found < 0) {
            return replaced(at, at + 1, chunk.plus(-found - 1, key, value).split());
        }
        return chunk.values()[found] == value ? this : replaced(at, at + 1, chunk.with(found, value));
    }

    Chunks minus(Object key) {
        int index = find(key);
        if (index < 0) {
            return this;
        }
        int at = chunkAt(index);
        var left = chunks[at].minus(index - starts[at]);
        if (left.size() == 0) {
            return replaced(at, at + 1);
        } else if (at + 1 < chunks.length && left.isSmallWith(chunks[at + 1])) {
            return replaced(at, at + 2, left.joined(chunks[at + 1]));
        } else if (at > 0 && chunks[at - 1].isSmallWith(left)) {
            return replaced(at - 1, at + 1, chunks[at - 1].joined(left));
        }
        return replaced(at, at + 1, left);
    }

    /// With others in the place of the chunks from one up to another.
    private Chunks replaced(int from, int to, Chunk... others) {
        var next = Arrays.copyOf(chunks, chunks.length - (to - from) + others.length);
        System.arraycopy(others, 0, next, from, others.length);
        System.arraycopy(chunks, to, next, from + others.length, chunks.length - to);
        return new Chunks(order, next);
    }

    /// The entries from one index up to another.
    Chunks part(int from, int to) {
        if (from == 0 && to == size()) {
            return this;
        }
        var parts = new ArrayList<Chunk>();
        for (int i = 0; i < chunks.length; i++) {
            int first = Math.max(from - starts[i], 0);
            int end = Math.min(to - starts[i], chunks[i].size());
            if (first < end) {
                parts.add(chunks[i].part(first, end));
            }
        }
        return new Chunks(order, parts.toArray(Chunk[]::new));
    }

    /// The entries in a range of keys.
    ///
    /// @throws IllegalArgumentException if its start is behind its end
    Chunks part(Object from, boolean fromInclusive, Object to, boolean toInclusive) {
        if (order.compare(from, to) > 0) {
            throw new IllegalArgumentException("from: " + from + " (expected: not behind " + to + ")");
        }
        return part(ahead(from, !fromInclusive), ahead(to, toInclusive));
    }

    Chunks descending() {
        return ascending(
                order.reversed(),
                Arrays.asList(keys()).reversed(),
                Arrays.asList(values()).reversed());
    }

    @SuppressWarnings("ReferenceEquality") // It asks whether anything was done.
    boolean isSame(Chunks other) {
        return this == other;
    }

    @SuppressWarnings("ReferenceEquality") // What is the same object has the same entries.
    int sharedStart(Chunks other) {
        int same = 0;
        while (same < Math.min(chunks.length, other.chunks.length) && chunks[same] == other.chunks[same]) {
            same++;
        }
        return starts[same];
    }

    @SuppressWarnings("ReferenceEquality") // As above.
    int sharedEnd(Chunks other) {
        int at = chunks.length;
        int atOther = other.chunks.length;
        while (Math.min(at, atOther) > 0 && chunks[at - 1] == other.chunks[atOther - 1]) {
            at--;
            atOther--;
        }
        return size() - starts[at];
    }

    /// Where the entries may differ from earlier ones in the same order; chunks that both share are not looked into.
    ///
    /// @throws IllegalArgumentException if they are in another order
    @SuppressWarnings("ReferenceEquality") // What is the same object has the same entries.
    List<Gap> gaps(Chunks before) {
        if (!order.equals(before.order)) {
            throw new IllegalArgumentException("before: in another order (expected: in the same)");
        }
        var gaps = new ArrayList<Gap>();
        int shared = 0;
        int sharedBefore = 0;
        int at = 0;
        int atBefore = 0;
        while (at < chunks.length && atBefore < before.chunks.length) {
            if (chunks[at] == before.chunks[atBefore]) {
                addGap(gaps, before, sharedBefore, atBefore, shared, at);
                shared = ++at;
                sharedBefore = ++atBefore;
            } else {
                // Whichever starts first is none of those that follow in the other.
                int compared = order.compare(chunks[at].first(), before.chunks[atBefore].first());
                at += compared <= 0 ? 1 : 0;
                atBefore += compared >= 0 ? 1 : 0;
            }
        }
        addGap(gaps, before, sharedBefore, before.chunks.length, shared, chunks.length);
        return gaps;
    }

    private void addGap(List<Gap> gaps, Chunks before, int beforeFrom, int beforeTo, int from, int to) {
        if (beforeFrom < beforeTo || from < to) {
            gaps.add(new Gap(before.starts[beforeFrom], before.starts[beforeTo], starts[from], starts[to]));
        }
    }
}
