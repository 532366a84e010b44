package dev.gatehouse.model.schema;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import org.jspecify.annotations.Nullable;

/// Reads the components of a record and makes new ones, through a class that is generated once per type.
final class RecordAccess {

    private final Class<?> type;
    private final RecordParts parts;

    /// @throws SchemaException if the record is in a module that does not open it
    RecordAccess(Class<?> type) {
        this.type = type;
        try {
            parts = parts(type, MethodHandles.privateLookupIn(type, MethodHandles.lookup()));
        } catch (IllegalAccessException | NoSuchMethodException e) {
            throw new SchemaException(type.getName() + ": is not open to " + RecordAccess.class.getModule(), e);
        }
    }

    private static RecordParts parts(Class<?> type, Lookup lookup)
            throws IllegalAccessException, NoSuchMethodException {
        return lookup.hasFullPrivilegeAccess() ? GeneratedParts.of(type, lookup) : new HandleParts(type, lookup);
    }

    Class<?> type() {
        return type;
    }

    RecordParts parts() {
        return parts;
    }

    @Nullable
    Object get(int index, Object value) {
        return parts.get(index, value);
    }

    /// Throws whatever the record's constructor throws.
    Object create(@Nullable Object[] values) {
        return parts.create(values);
    }
}
