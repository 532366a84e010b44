package dev.gatehouse.model.codec.checksum;

import java.util.HexFormat;

/// A model's checksum, with the hash of everything inside it, so that the next model costs only what changed: parts
/// that are the same object keep their hash. Two models with the same content have the same checksum, however they
/// came about. `docs/checksum.md` says what is hashed, for clients in other languages.
///
/// Immutable; safe to use from any thread. Keeps the model and one small object for each value in it.
///
/// @param <T> a record
public final class ChecksumTree<T> {

    private final ModelHasher hasher;
    private final HashNode root;
    private final int hashed;

    private ChecksumTree(ModelHasher hasher, ModelHasher.Pass pass, HashNode root) {
        this.hasher = hasher;
        this.root = root;
        this.hashed = pass.hashed();
    }

    /// Hashes all of a model.
    ///
    /// @throws dev.gatehouse.model.schema.SchemaException if its type cannot be encoded
    /// @throws RuntimeException if [dev.gatehouse.model.codec.storage.StorableModel] refuses something that is in
    ///     the checksum; which, is not said
    public static <T> ChecksumTree<T> of(T model) {
        var hasher = ModelHasher.of(model.getClass());
        var pass = hasher.pass();
        return new ChecksumTree<>(hasher, pass, pass.root(model, null));
    }

    /// The tree of the next model; this one stays as it is.
    public ChecksumTree<T> update(T next) {
        var pass = hasher.pass();
        return new ChecksumTree<>(hasher, pass, pass.root(next, root));
    }

    /// The model that was hashed. Where a hashed member has a vector, map or set of another make, an equal
    /// model with one of `dev.gatehouse.model.collection` in its place. Whoever changes that one next
    /// spares the walk over all of it.
    @SuppressWarnings("unchecked") // Our own form of a record is of its type.
    public T model() {
        return (T) root.value();
    }

    public long value() {
        return root.hash();
    }

    /// The checksum as it is on the wire: 16 hex digits.
    public String hex() {
        return HexFormat.of().toHexDigits(root.hash());
    }

    /// How many hashes it took to make this tree from the one before.
    public int hashed() {
        return hashed;
    }
}
