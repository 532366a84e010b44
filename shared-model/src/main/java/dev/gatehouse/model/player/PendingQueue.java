package dev.gatehouse.model.player;

import dev.gatehouse.model.collection.ChunkedVector;
import dev.gatehouse.model.schema.Member;
import java.util.Optional;
import org.pcollections.PVector;

/// Things that the server has put in and the player has not yet claimed, oldest first. A member of this type is
/// `@NoChecksum`: the server appends by unsynchronized actions, the player claims by client actions, and one writer at
/// each end keeps both copies equal. It survives reconnections because it is part of the model.
///
/// @param nextId the id of the next item, from 1
public record PendingQueue<T>(
        @Member(1) long nextId, @Member(2) PVector<Pending<T>> items) {

    /// At most this many items wait.
    public static final int CAPACITY = 256;

    public PendingQueue {
        nextId = Math.max(1, nextId);
        if (items.size() > CAPACITY) {
            throw new IllegalArgumentException("items: " + items.size() + " (expected: at most " + CAPACITY + ")");
        }
    }

    public static <T> PendingQueue<T> empty() {
        return new PendingQueue<>(1, ChunkedVector.empty());
    }

    public boolean isFull() {
        return items.size() == CAPACITY;
    }

    /// The queue with one more item at its end.
    ///
    /// @throws IllegalStateException if it [#isFull()]; an action asks first
    public PendingQueue<T> append(T value) {
        if (isFull()) {
            throw new IllegalStateException("items: " + CAPACITY + " (expected: room for one more)");
        }
        return new PendingQueue<>(nextId + 1, items.plus(new Pending<>(nextId, value)));
    }

    /// Takes an item out.
    ///
    /// @return empty if there is none of that id, or no longer
    public Optional<Claim<T>> claim(long id) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).id() == id) {
                return Optional.of(new Claim<>(items.get(i).value(), new PendingQueue<>(nextId, items.minus(i))));
            }
        }
        return Optional.empty();
    }

    /// A claimed item and the queue without it.
    public record Claim<T>(T value, PendingQueue<T> rest) {}
}
