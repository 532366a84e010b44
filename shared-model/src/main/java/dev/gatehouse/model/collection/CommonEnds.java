package dev.gatehouse.model.collection;

import java.util.List;
import java.util.function.BiPredicate;

/// What two lists both start and end with.
///
/// @param start elements
/// @param end elements, none of which is among the first
public record CommonEnds(int start, int end) {

    public static final CommonEnds NONE = new CommonEnds(0, 0);

    /// What two collections surely have in common because they share their chunks. There may be more.
    public static CommonEnds shared(Object before, Object after) {
        if (before instanceof ChunkedVector<?> old && after instanceof ChunkedVector<?> vector) {
            return new CommonEnds(vector.sharedStart(old), vector.sharedEnd(old));
        } else if (before instanceof ChunkedSet<?> old && after instanceof ChunkedSet<?> set) {
            return new CommonEnds(set.sharedStart(old), set.sharedEnd(old));
        }
        return NONE;
    }

    /// @param same asked for elements at the same distance from either end
    public static CommonEnds of(List<?> before, List<?> after, BiPredicate<Object, Object> same) {
        return NONE.grown(before, after, same);
    }

    /// As [#of], where this much is known to be the same.
    public CommonEnds grown(List<?> before, List<?> after, BiPredicate<Object, Object> same) {
        int most = Math.min(before.size(), after.size());
        int first = start;
        while (first < most && same.test(before.get(first), after.get(first))) {
            first++;
        }
        int last = Math.min(end, most - first);
        while (last < most - first
                && same.test(before.get(before.size() - 1 - last), after.get(after.size() - 1 - last))) {
            last++;
        }
        return new CommonEnds(first, last);
    }
}
