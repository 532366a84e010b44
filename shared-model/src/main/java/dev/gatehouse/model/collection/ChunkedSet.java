package dev.gatehouse.model.collection;

import java.util.AbstractList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pcollections.AbstractUnmodifiableSet;
import org.pcollections.PSortedSet;

/// A persistent sorted set of chunks, as the codecs make it: the keys of a [ChunkedMap], with the same costs.
///
/// Immutable; safe to use from any thread.
///
/// @param <E> not null
public final class ChunkedSet<E> extends AbstractUnmodifiableSet<E> implements PSortedSet<E> {

    private static final ChunkedSet<?> EMPTY = empty(Comparator.<String>naturalOrder());

    /// The values are not looked at: those of a set that was one from the start are the elements again.
    private final Chunks chunks;

    ChunkedSet(Chunks chunks) {
        this.chunks = chunks;
    }

    /// In the natural order of the elements.
    @SuppressWarnings("unchecked") // There is nothing in it, and one natural order is that of all elements.
    public static <E extends Comparable<? super E>> ChunkedSet<E> empty() {
        return (ChunkedSet<E>) EMPTY;
    }

    public static <E> ChunkedSet<E> empty(Comparator<? super E> order) {
        return ascending(order, Set.of());
    }

    /// In the natural order of the elements, whatever that of the collection.
    @SuppressWarnings("unchecked") // Nobody can add to it, so one of a narrower type is one of a wider type.
    public static <E extends Comparable<? super E>> ChunkedSet<E> from(Collection<? extends E> elements) {
        return elements instanceof ChunkedSet<?> same && same.comparator().equals(Comparator.naturalOrder())
                ? (ChunkedSet<E>) same
                : ascending(Comparator.naturalOrder(), new TreeSet<E>(elements));
    }

    /// @param elements in ascending order, each once; not checked
    public static <E> ChunkedSet<E> ascending(Comparator<? super E> order, Collection<? extends E> elements) {
        return new ChunkedSet<>(Chunks.ascending(order, elements, elements));
    }

    /// How many elements at the start are surely those of another set, because both share their chunks. There may be
    /// more.
    public int sharedStart(ChunkedSet<?> other) {
        return chunks.sharedStart(other.chunks);
    }

    /// The same at the end.
    public int sharedEnd(ChunkedSet<?> other) {
        return chunks.sharedEnd(other.chunks);
    }

    /// The elements in their order, without a copy.
    public List<E> asList() {
        return new Elements();
    }

    private final class Elements extends AbstractList<E> implements RandomAccess {

        @Override
        public int size() {
            return chunks.size();
        }

        @Override
        public E get(int index) {
            Objects.checkIndex(index, size());
            return ChunkedSet.this.get(index);
        }
    }

    @SuppressWarnings("unchecked") // Only elements are put in.
    private E get(int index) {
        return (E) chunks.key(index);
    }

    @SuppressWarnings("unchecked") // As above.
    private E element(Chunk chunk, int index) {
        return (E) chunk.keys()[index];
    }

    private @Nullable E element(int index) {
        return index < 0 || index >= size() ? null : get(index);
    }

    private E expected(int index) {
        if (isEmpty()) {
            throw new NoSuchElementException();
        }
        return get(index);
    }

    private ChunkedSet<E> of(Chunks next) {
        return next.isSame(chunks) ? this : new ChunkedSet<>(next);
    }

    /// One that is there stays.
    private static Chunks plus(Chunks chunks, Object element) {
        return chunks.find(element) < 0 ? chunks.plus(element, element) : chunks;
    }

    @Override
    public ChunkedSet<E> plus(E element) {
        return of(plus(chunks, element));
    }

    @Override
    public ChunkedSet<E> plusAll(Collection<? extends E> elements) {
        var next = chunks;
        for (var element : elements) {
            next = plus(next, element);
        }
        return of(next);
    }

    @Override
    public ChunkedSet<E> minus(Object element) {
        return of(chunks.minus(element));
    }

    @Override
    public ChunkedSet<E> minusAll(Collection<?> elements) {
        var next = chunks;
        for (var element : elements) {
            next = next.minus(element);
        }
        return of(next);
    }

    @Override
    public ChunkedSet<E> minusFirst() {
        return minus(first());
    }

    @Override
    public ChunkedSet<E> minusLast() {
        return minus(last());
    }

    @Override
    public ChunkedSet<E> subSet(E from, boolean fromInclusive, E to, boolean toInclusive) {
        return of(chunks.part(from, fromInclusive, to, toInclusive));
    }

    @Override
    public ChunkedSet<E> subSet(E from, E to) {
        return subSet(from, true, to, false);
    }

    @Override
    public ChunkedSet<E> headSet(E to, boolean inclusive) {
        return of(chunks.part(0, chunks.ahead(to, inclusive)));
    }

    @Override
    public ChunkedSet<E> headSet(E to) {
        return headSet(to, false);
    }

    @Override
    public ChunkedSet<E> tailSet(E from, boolean inclusive) {
        return of(chunks.part(chunks.ahead(from, !inclusive), size()));
    }

    @Override
    public ChunkedSet<E> tailSet(E from) {
        return tailSet(from, true);
    }

    @Override
    public ChunkedSet<E> descendingSet() {
        return new ChunkedSet<>(chunks.descending());
    }

    @Override
    public Iterator<E> descendingIterator() {
        return asList().reversed().iterator();
    }

    @Override
    public Iterator<E> iterator() {
        return chunks.iterator(0, size(), this::element);
    }

    @Override
    public Object[] toArray() {
        return chunks.keys();
    }

    @Override
    public Comparator<? super E> comparator() {
        return chunks.order();
    }

    @Override
    public int size() {
        return chunks.size();
    }

    @Override
    public boolean contains(Object element) {
        return chunks.find(element) >= 0;
    }

    @Override
    public E first() {
        return expected(0);
    }

    @Override
    public E last() {
        return expected(chunks.size() - 1);
    }

    @Override
    public @Nullable E lower(E element) {
        return element(chunks.ahead(element, false) - 1);
    }

    @Override
    public @Nullable E floor(E element) {
        return element(chunks.ahead(element, true) - 1);
    }

    @Override
    public @Nullable E ceiling(E element) {
        return element(chunks.ahead(element, false));
    }

    @Override
    public @Nullable E higher(E element) {
        return element(chunks.ahead(element, true));
    }
}
