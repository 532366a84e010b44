package dev.gatehouse.model.codec;

import java.util.Arrays;

/// The lengths of nested messages, measured in one pass and used in the next, in the same order. Without it every level
/// of nesting would be measured again by the level around it.
final class Sizes {

    private int[] sizes = new int[16];
    private int reserved;
    private int used;

    /// Keeps a place for a length that is known only after what is inside.
    int reserve() {
        if (reserved == sizes.length) {
            sizes = Arrays.copyOf(sizes, 2 * reserved);
        }
        return reserved++;
    }

    void set(int place, int size) {
        sizes[place] = size;
    }

    /// The next length, in the order of [#reserve()].
    int next() {
        return sizes[used++];
    }
}
