package dev.gatehouse.model.schema;

import dev.gatehouse.model.collection.ChunkedSet;
import dev.gatehouse.model.collection.ChunkedVector;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A `List`, `PVector` or `PSortedSet`. Elements are never null and never collections themselves.
public final class SequenceShape implements Shape {

    /// Which collection is made of the elements.
    public enum Kind {
        /// `java.util.List`, unmodifiable
        LIST,
        /// `PVector`
        VECTOR,
        /// `PSortedSet`, in the order of its keys
        SORTED_SET
    }

    private final Kind kind;
    private final Shape element;
    private final @Nullable Comparator<Object> order;

    SequenceShape(Kind kind, Shape element) {
        this.kind = kind;
        this.element = element;
        this.order = kind == Kind.SORTED_SET ? KeyOrder.of(element) : null;
    }

    public Kind kind() {
        return kind;
    }

    public Shape element() {
        return element;
    }

    /// The collection of these elements.
    public Collection<Object> create(List<Object> elements) {
        return switch (kind) {
            case LIST -> List.copyOf(elements);
            case VECTOR -> ChunkedVector.from(elements);
            case SORTED_SET -> sorted(elements);
        };
    }

    /// The order of a sorted set's elements.
    ///
    /// @throws IllegalStateException for the other kinds
    public Comparator<Object> order() {
        if (order == null) {
            throw new IllegalStateException(kind + " (expected: SORTED_SET)");
        }
        return order;
    }

    private Collection<Object> sorted(List<Object> elements) {
        var set = new TreeSet<>(order());
        set.addAll(elements);
        return ChunkedSet.ascending(order(), set);
    }
}
