package dev.gatehouse.model.collection;

import java.util.Iterator;
import java.util.NoSuchElementException;

/// A walk over neighbouring entries of [Chunks]. Used by one thread.
final class Cursor<T> implements Iterator<T> {

    /// What of an entry is asked for.
    interface Part<T> {
        T of(Chunk chunk, int index);
    }

    private final Chunk[] chunks;
    private final Part<T> part;
    private int chunk;
    private int index;
    private int left;

    /// @param chunk the number of that with the first entry
    /// @param index of the first entry in that chunk
    /// @param count entries
    Cursor(Chunk[] chunks, Part<T> part, int chunk, int index, int count) {
        this.chunks = chunks;
        this.part = part;
        this.chunk = chunk;
        this.index = index;
        this.left = count;
    }

    @Override
    public boolean hasNext() {
        return left > 0;
    }

    @Override
    public T next() {
        if (left == 0) {
            throw new NoSuchElementException();
        }
        if (index == chunks[chunk].size()) {
            chunk++;
            index = 0;
        }
        left--;
        return part.of(chunks[chunk], index++);
    }
}
