package dev.gatehouse.model.schema;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads and makes the records of one type through method handles: for records beside which no class can be generated,
/// because they are in another module. Several times slower.
final class HandleParts implements RecordParts {

    private final List<Function<Object, @Nullable Object>> readers = new ArrayList<>();
    private final Function<Object, Object> maker;

    HandleParts(Class<?> type, Lookup lookup) throws IllegalAccessException, NoSuchMethodException {
        var components = type.getRecordComponents();
        for (var component : components) {
            readers.add(HandleParts.<@Nullable Object>function(lookup.unreflect(component.getAccessor())));
        }
        var parameters =
                Arrays.stream(components).map(component -> component.getType()).toArray(Class<?>[]::new);
        maker = function(lookup.findConstructor(type, MethodType.methodType(void.class, parameters))
                .asType(MethodType.genericMethodType(parameters.length))
                .asSpreader(Object[].class, parameters.length));
    }

    @SuppressWarnings("unchecked") // The handle takes and gives any object; it casts by itself.
    private static <R extends @Nullable Object> Function<Object, R> function(MethodHandle handle) {
        return MethodHandleProxies.asInterfaceInstance(Function.class, handle.asType(MethodType.genericMethodType(1)));
    }

    @Override
    public @Nullable Object get(int index, Object value) {
        return readers.get(index).apply(value);
    }

    @Override
    public Object create(@Nullable Object[] values) {
        return maker.apply(values);
    }
}
