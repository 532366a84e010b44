package dev.gatehouse.model.codec.json;

import dev.gatehouse.model.codec.Unreadable;
import java.util.ArrayList;
import java.util.List;

/// Paths into a JSON value, as RFC 6901 writes them.
public final class JsonPointer {

    private static final int MAX_STEPS = JsonCodec.MAX_DEPTH + 1;

    public static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /// The names and indexes of a path, from the outside in.
    ///
    /// @throws Unreadable if it is no pointer
    public static List<String> steps(String pointer) {
        if (pointer.isEmpty()) {
            return List.of();
        }
        if (!pointer.startsWith("/")) {
            throw Unreadable.malformed("a path that does not start with /");
        }
        var steps = new ArrayList<String>();
        for (int from = 1; from <= pointer.length(); ) {
            int to = pointer.indexOf('/', from);
            int end = to < 0 ? pointer.length() : to;
            steps.add(pointer.substring(from, end).replace("~1", "/").replace("~0", "~"));
            if (steps.size() > MAX_STEPS) {
                throw Unreadable.malformed("a path deeper than " + MAX_STEPS);
            }
            from = end + 1;
        }
        return steps;
    }

    private JsonPointer() {}
}
