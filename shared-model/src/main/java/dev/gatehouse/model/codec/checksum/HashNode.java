package dev.gatehouse.model.codec.checksum;

import org.jspecify.annotations.Nullable;

/// The hash of a value, with those of what is inside it.
///
/// @param key of a map's entry, whose value this is
/// @param children of a record: one for each checksummed member, null where it is absent; of a collection: one for each
///     element or entry; of a union or an entry: one; none for a value without members. Never changed
@SuppressWarnings("ArrayRecordComponent") // Large ones are read at every checksum; nobody compares nodes by content.
record HashNode(
        @Nullable Object key,
        Object value,
        long hash,
        @Nullable HashNode[] children) {

    static final @Nullable HashNode[] NONE = {};

    /// Those of a collection's elements; of nothing, none.
    @SuppressWarnings("NullAway") // An element is never absent.
    static HashNode[] elements(@Nullable HashNode node) {
        return node == null ? NONE : node.children;
    }

    /// A child of the same place in the tree before, if there was one.
    static @Nullable HashNode child(@Nullable HashNode node, int index) {
        return node == null || index >= node.children.length ? null : node.children[index];
    }

    /// Whether it is the hash of this very object: then nothing inside can have changed.
    @SuppressWarnings("ReferenceEquality") // Comparing contents is the work that this saves.
    boolean isOf(Object other) {
        return value == other;
    }

    /// The same hash, of an object with the same content.
    HashNode of(Object same) {
        return isOf(same) ? this : new HashNode(key, same, hash, children);
    }

    /// Whether the only child is this very node.
    @SuppressWarnings("ReferenceEquality") // Nodes are kept, not made again, where nothing changed.
    boolean keeps(HashNode child) {
        return child(this, 0) == child;
    }
}
