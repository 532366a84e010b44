package dev.gatehouse.model.codec.patch;

import dev.gatehouse.model.codec.json.JsonPointer;
import dev.gatehouse.model.codec.json.JsonTree;
import dev.gatehouse.model.collection.CommonEnds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Finds a patch, as RFC 6902 describes it, that turns one JSON value into another: `add`, `remove` and `replace`
/// only. Used once, by one thread.
final class TreeDiff {

    private final List<Object> operations = new ArrayList<>();

    /// @param before of [JsonTree], as the next
    static List<Object> between(Object before, Object after) {
        var diff = new TreeDiff();
        diff.compare("", before, after);
        return diff.operations;
    }

    /// A patch that takes nothing of what was before.
    static List<Object> replacing(Object after) {
        var diff = new TreeDiff();
        diff.operation("replace", "").put("value", after);
        return diff.operations;
    }

    private void compare(String path, Object before, Object after) {
        if (before instanceof Map<?, ?> from && after instanceof Map<?, ?> to) {
            compareObjects(path, from, to);
        } else if (before instanceof List<?> from && after instanceof List<?> to) {
            compareArrays(path, from, to);
        } else if (!before.equals(after)) {
            operation("replace", path).put("value", after);
        }
    }

    private Map<String, Object> operation(String kind, String path) {
        var operation = JsonTree.object();
        operation.put("op", kind);
        operation.put("path", path);
        operations.add(operation);
        return operation;
    }

    private void compareObjects(String path, Map<?, ?> before, Map<?, ?> after) {
        before.forEach((name, value) -> {
            var inner = path + "/" + JsonPointer.escape((String) name);
            var now = after.get(name);
            if (now == null) {
                operation("remove", inner);
            } else {
                compare(inner, value, now);
            }
        });
        after.forEach((name, value) -> {
            if (!before.containsKey(name)) {
                operation("add", path + "/" + JsonPointer.escape((String) name)).put("value", value);
            }
        });
    }

    /// What both start and end with stays; between that, element stands against element, and what is left over has
    /// come or gone.
    private void compareArrays(String path, List<?> before, List<?> after) {
        var same = CommonEnds.of(before, after, Objects::equals);
        int both = Math.min(before.size(), after.size()) - same.end();
        for (int i = same.start(); i < both; i++) {
            compare(path + "/" + i, before.get(i), after.get(i));
        }
        // From the back, so that every index is still right when its turn comes.
        for (int i = before.size() - same.end() - 1; i >= both; i--) {
            operation("remove", path + "/" + i);
        }
        for (int i = both; i < after.size() - same.end(); i++) {
            operation("add", path + "/" + i).put("value", after.get(i));
        }
    }

    private TreeDiff() {}
}
