package dev.gatehouse.model.player;

import dev.gatehouse.model.schema.NoChecksum;
import dev.gatehouse.model.schema.ServerOnly;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds where two models differ in what the checksum covers. Subtrees that are the same object are not looked into.
final class Difference {

    private static final ClassValue<RecordComponent[]> CHECKSUMMED = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            var components = Stream.of(type.getRecordComponents())
                    .filter(component -> !component.isAnnotationPresent(NoChecksum.class))
                    .filter(component -> !component.isAnnotationPresent(ServerOnly.class))
                    .toArray(RecordComponent[]::new);
            for (var component : components) {
                component.getAccessor().setAccessible(true);
            }
            return components;
        }
    };

    /// The path of the first difference, such as `wallet.gold` or `inventory[pickaxe]`.
    static Optional<String> inChecksum(PlayerModel before, PlayerModel after) {
        return Optional.ofNullable(find("", before, after));
    }

    private static @Nullable String find(String path, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return null;
        }
        if (before instanceof Record old && after instanceof Record now && old.getClass() == now.getClass()) {
            return inRecords(path.isEmpty() ? "" : path + ".", old, now);
        }
        if (before instanceof Map<?, ?> old
                && after instanceof Map<?, ?> now
                && old.keySet().equals(now.keySet())) {
            return inMaps(path, old, now);
        }
        if (before instanceof Collection<?> old && after instanceof Collection<?> now && old.size() == now.size()) {
            return inCollections(path, old, now);
        }
        return path;
    }

    private static @Nullable String inRecords(String prefix, Record before, Record after) {
        for (var component : CHECKSUMMED.get(before.getClass())) {
            var found = find(prefix + component.getName(), value(component, before), value(component, after));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String inMaps(String path, Map<?, ?> before, Map<?, ?> after) {
        for (var entry : before.entrySet()) {
            var found = find(path + "[" + entry.getKey() + "]", entry.getValue(), after.get(entry.getKey()));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String inCollections(String path, Collection<?> before, Collection<?> after) {
        Iterator<?> others = after.iterator();
        int index = 0;
        for (Object value : before) {
            var found = find(path + "[" + index++ + "]", value, others.next());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private Difference() {}
}
