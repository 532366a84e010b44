package dev.gatehouse.model.player;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/// Finds which model an action type is for, through the interfaces it implements.
final class ActionTarget {

    /// @return null if the type does not say, for example because it is raw
    static @Nullable Class<?> of(Class<?> action) {
        for (Type implemented : action.getGenericInterfaces()) {
            var model = in(implemented);
            if (model != null) {
                return model;
            }
        }
        return null;
    }

    private static @Nullable Class<?> in(Type implemented) {
        if (implemented instanceof ParameterizedType parameterized
                && parameterized.getRawType() instanceof Class<?> raw
                && Action.class.isAssignableFrom(raw)) {
            return parameterized.getActualTypeArguments()[0] instanceof Class<?> model ? model : null;
        }
        // A game's own interface without parameters, which says the model further up.
        return implemented instanceof Class<?> plain ? of(plain) : null;
    }

    private ActionTarget() {}
}
