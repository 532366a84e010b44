package dev.gatehouse.model.codec;

import dev.gatehouse.model.collection.ChunkedMap;
import dev.gatehouse.model.collection.Gap;
import dev.gatehouse.model.schema.MapShape;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a map may differ from an earlier one: in what the two do not share, if both are in our own form, else
/// anywhere.
final class MapGaps {

    @SuppressWarnings("unchecked") // All keys of maps of one shape have its type.
    static List<Gap> between(MapShape shape, @Nullable Map<?, ?> before, Map<?, ?> now) {
        if (before == null || OwnForm.isForeign(shape, before) || OwnForm.isForeign(shape, now)) {
            return List.of(new Gap(0, before == null ? 0 : before.size(), 0, now.size()));
        }
        return ((ChunkedMap<Object, ?>) now).gaps((ChunkedMap<Object, ?>) before);
    }

    /// The entries before of one gap.
    static Iterator<? extends Map.Entry<?, ?>> before(@Nullable Map<?, ?> map, Gap gap) {
        return map == null ? Collections.emptyIterator() : entries(map, gap.beforeFrom(), gap.beforeTo());
    }

    /// Those in their place.
    static Iterator<? extends Map.Entry<?, ?>> now(Map<?, ?> map, Gap gap) {
        return entries(map, gap.from(), gap.to());
    }

    private static Iterator<? extends Map.Entry<?, ?>> entries(Map<?, ?> map, int from, int to) {
        return map instanceof ChunkedMap<?, ?> chunked
                ? chunked.entries(from, to)
                : map.entrySet().iterator();
    }

    private MapGaps() {}
}
