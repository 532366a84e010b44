package dev.gatehouse.model.schema;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the components of a record and makes new ones, through method handles that are resolved once per type.
final class RecordAccess {

    private final Class<?> type;
    private final List<Function<Object, @Nullable Object>> readers = new ArrayList<>();
    private final Function<Object, Object> maker;

    /// @throws SchemaException if the record is in a module that does not open it
    RecordAccess(Class<?> type) {
        this.type = type;
        var components = type.getRecordComponents();
        try {
            var lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            for (var component : components) {
                readers.add(RecordAccess.<@Nullable Object>function(lookup.unreflect(component.getAccessor())));
            }
            maker = function(constructor(lookup, components));
        } catch (IllegalAccessException | NoSuchMethodException e) {
            throw new SchemaException(type.getName() + ": is not open to " + RecordAccess.class.getModule(), e);
        }
    }

    private MethodHandle constructor(Lookup lookup, RecordComponent[] components)
            throws IllegalAccessException, NoSuchMethodException {
        var parameters = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return lookup.findConstructor(type, MethodType.methodType(void.class, parameters))
                .asType(MethodType.genericMethodType(parameters.length))
                .asSpreader(Object[].class, parameters.length);
    }

    @SuppressWarnings("unchecked") // The handle takes and gives any object; it casts by itself.
    private static <R extends @Nullable Object> Function<Object, R> function(MethodHandle handle) {
        return MethodHandleProxies.asInterfaceInstance(Function.class, handle.asType(MethodType.genericMethodType(1)));
    }

    Class<?> type() {
        return type;
    }

    @Nullable
    Object get(int index, Object value) {
        return readers.get(index).apply(value);
    }

    /// Throws whatever the record's constructor throws.
    Object create(@Nullable Object[] values) {
        return maker.apply(values);
    }
}
