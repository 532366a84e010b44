package dev.gatehouse.model.collection;

import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a map may differ from an earlier one: in what the two do not share, if both are a
/// [ChunkedMap] in the order at hand, else anywhere.
public final class MapGaps {

    @SuppressWarnings("unchecked") // The keys of both are of what the order compares.
    public static List<Gap> between(Comparator<?> order, @Nullable Map<?, ?> before, Map<?, ?> now) {
        if (before == null || !ChunkedMap.is(before, order) || !ChunkedMap.is(now, order)) {
            return List.of(new Gap(0, before == null ? 0 : before.size(), 0, now.size()));
        }
        return ((ChunkedMap<Object, ?>) now).gaps((ChunkedMap<Object, ?>) before);
    }

    /// The entries before of one gap.
    public static Iterator<? extends Map.Entry<?, ?>> before(@Nullable Map<?, ?> map, Gap gap) {
        return map == null ? Collections.emptyIterator() : entries(map, gap.beforeFrom(), gap.beforeTo());
    }

    /// Those in their place.
    public static Iterator<? extends Map.Entry<?, ?>> now(Map<?, ?> map, Gap gap) {
        return entries(map, gap.from(), gap.to());
    }

    private static Iterator<? extends Map.Entry<?, ?>> entries(Map<?, ?> map, int from, int to) {
        return map instanceof ChunkedMap<?, ?> chunked
                ? chunked.entries(from, to)
                : map.entrySet().iterator();
    }

    private MapGaps() {}
}
