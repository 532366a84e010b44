package dev.gatehouse.model.schema;

import org.jspecify.annotations.Nullable;

/// Takes records of one type apart and makes new ones. For the classes that are generated beside the records, which is
/// why it is public, and for nobody else.
public interface RecordParts {

    /// @param index of the component, from 0
    @Nullable
    Object get(int index, Object value);

    /// Throws whatever the record's constructor throws.
    ///
    /// @param values one for each component
    Object create(@Nullable Object[] values);
}
