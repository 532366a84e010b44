package dev.gatehouse.model.schema;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A type without free variables: `PendingQueue<Gift>`.
record ClosedType(Class<?> raw, List<ClosedType> arguments) {

    /// What a type written inside this one stands for.
    ///
    /// @param where names the member for the refusal
    ClosedType resolve(String where, Type type) {
        return switch (type) {
            case Class<?> simple -> new ClosedType(simple, List.of());
            case ParameterizedType generic ->
                new ClosedType(
                        (Class<?>) generic.getRawType(),
                        Arrays.stream(generic.getActualTypeArguments())
                                .map(each -> resolve(where, each))
                                .toList());
            case TypeVariable<?> variable -> argument(where, variable);
            case WildcardType wildcard -> resolve(where, wildcard.getUpperBounds()[0]);
            default -> throw new SchemaException(where + ": " + type + " (expected: no generic array)");
        };
    }

    private ClosedType argument(String where, TypeVariable<?> variable) {
        int index = Arrays.asList(raw.getTypeParameters()).indexOf(variable);
        if (index < 0 || index >= arguments.size()) {
            throw new SchemaException(where + ": " + variable + " stands for nothing known");
        }
        return arguments.get(index);
    }

    /// `PendingQueueOfGift`
    String name() {
        return arguments.isEmpty()
                ? raw.getSimpleName()
                : raw.getSimpleName() + "Of"
                        + arguments.stream().map(ClosedType::name).collect(Collectors.joining("And"));
    }
}
