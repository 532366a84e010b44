package dev.gatehouse.model.schema;

import org.jspecify.annotations.Nullable;

/// An [Inline] record: encoded as its one component.
public final class InlineShape implements Shape {

    private final RecordAccess access;
    private final Shape component;

    /// @param component a scalar or an enum
    InlineShape(RecordAccess access, Shape component) {
        this.access = access;
        this.component = component;
    }

    public Class<?> type() {
        return access.type();
    }

    /// A [Scalar] or an [EnumShape].
    public Shape component() {
        return component;
    }

    /// Throws whatever the record's constructor throws; an [IllegalArgumentException] is a refusal.
    public Object wrap(Object value) {
        return access.create(new @Nullable Object[] {value});
    }

    public Object unwrap(Object inline) {
        Object value = access.get(0, inline);
        if (value == null) {
            throw new IllegalArgumentException(type().getSimpleName() + ": holds null");
        }
        return value;
    }
}
