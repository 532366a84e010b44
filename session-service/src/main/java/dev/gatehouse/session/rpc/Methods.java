package dev.gatehouse.session.rpc;

import dev.gatehouse.model.servercode.ServerRpc;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The methods of one game that clients may call, by name. Immutable.
public final class Methods {

    private final Map<String, ServerMethod> byName;

    private Methods(Map<String, ServerMethod> byName) {
        this.byName = Map.copyOf(byName);
    }

    /// @param owners objects of [ServerRpc] classes
    /// @throws IllegalArgumentException for a class without the annotation, two methods of one name,
    ///     or a method that cannot be called by clients as it is declared
    public static Methods of(Collection<?> owners) {
        var all = new HashMap<String, ServerMethod>();
        for (var owner : owners) {
            var type = owner.getClass();
            var marked = type.getAnnotation(ServerRpc.class);
            if (marked == null) {
                throw new IllegalArgumentException(type.getName() + ": not called by clients (expected: @ServerRpc)");
            }
            var className = marked.value().isEmpty() ? type.getSimpleName() : marked.value();
            for (var method : ServerMethod.declaredBy(type)) {
                var name = className + "." + method.getName();
                if (all.put(name, new ServerMethod(name, marked, owner, method)) != null) {
                    throw new IllegalArgumentException(name + ": two methods of this name (expected: one)");
                }
            }
        }
        return new Methods(all);
    }

    Optional<ServerMethod> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
