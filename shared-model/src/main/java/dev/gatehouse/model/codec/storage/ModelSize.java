package dev.gatehouse.model.codec.storage;

import java.util.List;

/// How large a model is, and what makes it so: bytes as they are encoded for storage. Says the names of members and
/// nothing of what is in them.
///
/// @param bytes of the whole model
/// @param members of the model itself, largest first, at most [#MOST_MEMBERS]
/// @param nested members of what is inside these, largest first, at most [#MOST_NESTED]; each is contained in those
///     that it stands in
public record ModelSize(int bytes, List<Part> members, List<Part> nested) {

    public static final int MOST_MEMBERS = 100;
    public static final int MOST_NESTED = 50;

    public ModelSize {
        members = List.copyOf(members);
        nested = List.copyOf(nested);
    }

    /// A member, with all that is in it.
    ///
    /// @param path names it as a JSON pointer does, `/workers/*/name`, with `*` for all elements of a collection
    /// @param bytes of all its values together
    /// @param count how many values it has: 1, or in a collection as many as there are elements with one
    public record Part(String path, long bytes, long count) {}

    /// Measures a model. Takes about as long as encoding it for each level of nesting.
    ///
    /// @throws IllegalArgumentException if it holds null where it may not
    public static ModelSize of(Record model) {
        return new SizeWalk(model.getClass()).over(model);
    }
}
