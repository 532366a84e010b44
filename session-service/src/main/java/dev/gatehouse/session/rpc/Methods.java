package dev.gatehouse.session.rpc;

import dev.gatehouse.model.servercode.ServerRpc;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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
        return of(List.of(), owners);
    }

    /// @param everyGames objects of [ServerRpc] classes that the suite itself has for every game: no game may have
    ///     a class of such a name
    /// @param owners the game's own
    /// @throws IllegalArgumentException as above, or for a game's class of a name that is taken
    public static Methods of(Collection<?> everyGames, Collection<?> owners) {
        var all = new HashMap<String, ServerMethod>();
        everyGames.forEach(owner -> add(owner, all));
        var taken = everyGames.stream().map(Methods::nameOf).toList();
        for (var owner : owners) {
            if (taken.contains(nameOf(owner))) {
                throw new IllegalArgumentException("%s: a name of the suite's, for %s (expected: another one)"
                        .formatted(nameOf(owner), owner.getClass().getName()));
            }
            add(owner, all);
        }
        return new Methods(all);
    }

    private static void add(Object owner, Map<String, ServerMethod> all) {
        for (var method : ServerMethod.declaredBy(owner.getClass())) {
            var name = nameOf(owner) + "." + method.getName();
            if (all.put(name, new ServerMethod(name, marked(owner), owner, method)) != null) {
                throw new IllegalArgumentException(name + ": two methods of this name (expected: one)");
            }
        }
    }

    private static String nameOf(Object owner) {
        var name = marked(owner).value();
        return name.isEmpty() ? owner.getClass().getSimpleName() : name;
    }

    private static ServerRpc marked(Object owner) {
        var type = owner.getClass();
        var marked = type.getAnnotation(ServerRpc.class);
        if (marked == null) {
            throw new IllegalArgumentException(type.getName() + ": not called by clients (expected: @ServerRpc)");
        }
        return marked;
    }

    Optional<ServerMethod> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
