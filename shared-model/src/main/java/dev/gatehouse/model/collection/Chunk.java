package dev.gatehouse.model.collection;

import java.util.Arrays;
import java.util.Comparator;

/// Entries beside each other. Immutable: nobody changes the arrays.
///
/// @param keys in ascending order
/// @param values one for each key
@SuppressWarnings("ArrayRecordComponent") // Nobody compares chunks by content.
record Chunk(Object[] keys, Object[] values) {

    /// Entries in one that is kept.
    static final int MOST = 32;

    static Chunk of(Object key, Object value) {
        return new Chunk(new Object[] {key}, new Object[] {value});
    }

    int size() {
        return keys.length;
    }

    Object first() {
        return keys[0];
    }

    /// As [Arrays#binarySearch(Object[], Object, Comparator)].
    int find(Object key, Comparator<Object> order) {
        return Arrays.binarySearch(keys, key, order);
    }

    Chunk with(int index, Object value) {
        var next = values.clone();
        next[index] = value;
        return new Chunk(keys, next);
    }

    Chunk plus(int index, Object key, Object value) {
        return new Chunk(plus(keys, index, key), plus(values, index, value));
    }

    private static Object[] plus(Object[] array, int index, Object element) {
        var next = Arrays.copyOf(array, array.length + 1);
        System.arraycopy(array, index, next, index + 1, array.length - index);
        next[index] = element;
        return next;
    }

    /// What is left may be nothing.
    Chunk minus(int index) {
        return part(0, index).joined(part(index + 1, size()));
    }

    /// The entries from one index up to another.
    Chunk part(int from, int to) {
        return from == 0 && to == size()
                ? this
                : new Chunk(Arrays.copyOfRange(keys, from, to), Arrays.copyOfRange(values, from, to));
    }

    /// Whether both are better one, with room for more.
    boolean isSmallWith(Chunk next) {
        return size() + next.size() <= MOST / 2;
    }

    Chunk joined(Chunk next) {
        return new Chunk(joined(keys, next.keys), joined(values, next.values));
    }

    private static Object[] joined(Object[] first, Object[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /// This one, or its halves where it has grown too large.
    Chunk[] split() {
        int half = size() / 2;
        return size() <= MOST ? new Chunk[] {this} : new Chunk[] {part(0, half), part(half, size())};
    }
}
