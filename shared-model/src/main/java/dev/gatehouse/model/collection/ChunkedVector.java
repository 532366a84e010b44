package dev.gatehouse.model.collection;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.RandomAccess;
import org.pcollections.AbstractUnmodifiableList;
import org.pcollections.PVector;

/// A persistent vector of chunks, as the codecs make them. To read one element, to replace one and to add one at the
/// end copies one chunk and a reference to each other one; to insert or remove one elsewhere copies everything behind
/// it. Two versions share the chunks in which nothing changed, so what differs is found without looking at all of
/// them.
///
/// Immutable; safe to use from any thread.
///
/// @param <E> not null
public final class ChunkedVector<E> extends AbstractUnmodifiableList<E> implements PVector<E>, RandomAccess {

    private static final int CHUNK = 32;
    private static final ChunkedVector<Object> EMPTY = new ChunkedVector<>(new Object[0][], 0);

    /// All of them full but the last, which is never empty.
    private final Object[][] chunks;

    private final int size;

    private ChunkedVector(Object[][] chunks, int size) {
        this.chunks = chunks;
        this.size = size;
    }

    @SuppressWarnings("unchecked") // There is nothing in it.
    public static <E> ChunkedVector<E> empty() {
        return (ChunkedVector<E>) EMPTY;
    }

    @SuppressWarnings("unchecked") // Nobody can add to it, so one of a narrower type is one of a wider type.
    public static <E> ChunkedVector<E> from(Collection<? extends E> elements) {
        return elements instanceof ChunkedVector<?> same
                ? (ChunkedVector<E>) same
                : ChunkedVector.<E>empty().splice(0, 0, elements.toArray());
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    @SuppressWarnings("unchecked") // Only elements are put in.
    public E get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("index: " + index + " (expected: 0 to " + (size - 1) + ")");
        }
        return (E) chunks[index / CHUNK][index % CHUNK];
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // What is there already changes nothing.
    public ChunkedVector<E> with(int index, E element) {
        if (get(index) == element) {
            return this;
        }
        var next = chunks.clone();
        var chunk = next[index / CHUNK].clone();
        chunk[index % CHUNK] = element;
        next[index / CHUNK] = chunk;
        return new ChunkedVector<>(next, size);
    }

    @Override
    public ChunkedVector<E> plus(E element) {
        return splice(size, size, element);
    }

    @Override
    public ChunkedVector<E> plus(int index, E element) {
        return splice(index, index, element);
    }

    @Override
    public ChunkedVector<E> plusAll(Collection<? extends E> elements) {
        return splice(size, size, elements.toArray());
    }

    @Override
    public ChunkedVector<E> plusAll(int index, Collection<? extends E> elements) {
        return splice(index, index, elements.toArray());
    }

    @Override
    public ChunkedVector<E> minus(Object element) {
        int index = indexOf(element);
        return index < 0 ? this : minus(index);
    }

    @Override
    public ChunkedVector<E> minus(int index) {
        return splice(index, index + 1);
    }

    @Override
    public ChunkedVector<E> minusAll(Collection<?> elements) {
        var kept = stream().filter(element -> !elements.contains(element)).toArray();
        return kept.length == size ? this : ChunkedVector.<E>empty().splice(0, 0, kept);
    }

    @Override
    public ChunkedVector<E> subList(int from, int to) {
        return from == 0 && to == size
                ? this
                : ChunkedVector.<E>empty().splice(0, 0, super.subList(from, to).toArray());
    }

    /// This vector with other elements from one index up to another. What is before the chunk of the first is shared.
    private ChunkedVector<E> splice(int from, int to, Object... middle) {
        if (from < 0 || to > size) {
            throw new IndexOutOfBoundsException("index: " + from + " (expected: 0 to " + size + ")");
        }
        if (from == to && middle.length == 0) {
            return this;
        }
        if (size == 0 && middle.length <= CHUNK) {
            return new ChunkedVector<>(new Object[][] {middle}, middle.length);
        }
        int kept = from / CHUNK;
        var rest = new Object[size - kept * CHUNK + middle.length - (to - from)];
        int head = from - kept * CHUNK;
        copy(kept * CHUNK, from, rest, 0);
        System.arraycopy(middle, 0, rest, head, middle.length);
        copy(to, size, rest, head + middle.length);

        int more = (rest.length + CHUNK - 1) / CHUNK;
        var next = Arrays.copyOf(chunks, kept + more);
        for (int i = 0; i < more; i++) {
            next[kept + i] = Arrays.copyOfRange(rest, i * CHUNK, Math.min(rest.length, (i + 1) * CHUNK));
        }
        return next.length == 0 ? empty() : new ChunkedVector<>(next, kept * CHUNK + rest.length);
    }

    private void copy(int from, int to, Object[] into, int at) {
        int index = from;
        while (index < to) {
            var chunk = chunks[index / CHUNK];
            int length = Math.min(chunk.length - index % CHUNK, to - index);
            System.arraycopy(chunk, index % CHUNK, into, at + index - from, length);
            index += length;
        }
    }

    /// How many elements at the start are surely those of another vector, because both share their chunks. There may be
    /// more.
    @SuppressWarnings("ReferenceEquality") // What is the same object has the same elements.
    public int sharedStart(ChunkedVector<?> other) {
        int same = 0;
        while (same < Math.min(chunks.length, other.chunks.length) && chunks[same] == other.chunks[same]) {
            same++;
        }
        return Math.min(same * CHUNK, size);
    }

    /// The same at the end, for another vector of this size; 0 for any other.
    @SuppressWarnings("ReferenceEquality") // As above.
    public int sharedEnd(ChunkedVector<?> other) {
        int at = size == other.size ? chunks.length : 0;
        while (at > 0 && chunks[at - 1] == other.chunks[at - 1]) {
            at--;
        }
        return size == other.size ? Math.max(0, size - at * CHUNK) : 0;
    }

    @Override
    public Object[] toArray() {
        var all = new Object[size];
        copy(0, size, all, 0);
        return all;
    }

    @Override
    public Iterator<E> iterator() {
        return new Elements();
    }

    private final class Elements implements Iterator<E> {

        private int next;

        @Override
        public boolean hasNext() {
            return next < size;
        }

        @Override
        public E next() {
            if (next >= size) {
                throw new NoSuchElementException();
            }
            return get(next++);
        }
    }
}
