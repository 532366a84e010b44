package dev.gatehouse.model.codec.storage;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.pcollections.PCollection;

/// Tells lists that nobody can change from those that somebody may: what was hashed, and what older states share,
/// stays as it is.
final class ImmutableLists {

    /// What `List.of`, `List.copyOf` and `Stream.toList` make, and parts of these.
    private static final Set<Class<?>> OF_THE_JDK = Set.copyOf(List.of(
            List.of().getClass(),
            List.of(1).getClass(),
            List.of(1, 2, 3).getClass(),
            List.of(1, 2, 3).subList(0, 2).getClass(),
            Collections.emptyList().getClass()));

    /// @throws IllegalArgumentException for a list of another make
    static void check(Collection<?> list) {
        if (!(list instanceof PCollection) && !OF_THE_JDK.contains(list.getClass())) {
            throw new IllegalArgumentException("a " + list.getClass().getName()
                    + ", which may be changed in place (expected: List.copyOf, Stream.toList or a PVector)");
        }
    }

    private ImmutableLists() {}
}
