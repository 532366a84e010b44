package dev.gatehouse.model.codec.patch;

import dev.gatehouse.model.codec.Unreadable;
import dev.gatehouse.model.codec.json.JsonPointer;
import dev.gatehouse.model.codec.json.JsonTree;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JSON value while the operations of an RFC 6902 patch are done to it. Numbers are the same for `test` only if they
/// are written the same.
final class PatchedDocument {

    private static final String END = "-";

    /// Characters that the operations of a patch may copy, all together: a few of them could otherwise double a
    /// document again and again.
    private static final int MOST_COPIED = 1 << 20;

    private int copied;

    private @Nullable Object root;

    /// @param root of [JsonTree], ours from here on
    PatchedDocument(Object root) {
        this.root = root;
    }

    /// What the operations have made of it.
    ///
    /// @throws Unreadable if nothing is left, or what nobody could read
    Object result() {
        JsonTree.checkDepth(root());
        return root();
    }

    private Object root() {
        if (root == null) {
            throw Unreadable.malformed("the whole document was removed");
        }
        return root;
    }

    /// @throws Unreadable if it cannot be done
    void apply(@Nullable Object operation) {
        if (!(operation instanceof Map<?, ?> members)) {
            throw Unreadable.malformed("an operation that is not an object");
        }
        var path = JsonPointer.steps(string(members, "path"));
        switch (string(members, "op")) {
            case "add" -> add(path, JsonTree.copy(value(members)));
            case "remove" -> remove(path);
            case "replace" -> {
                remove(path);
                add(path, JsonTree.copy(value(members)));
            }
            case "move" -> move(JsonPointer.steps(string(members, "from")), path);
            case "copy" -> copy(JsonPointer.steps(string(members, "from")), path);
            case "test" -> {
                if (!get(path).equals(value(members))) {
                    throw Unreadable.malformed("test failed");
                }
            }
            default -> throw Unreadable.malformed("op: unknown");
        }
    }

    private void copy(List<String> from, List<String> to) {
        var value = get(from);
        JsonTree.checkDepth(value);
        copied += JsonTree.size(value, MOST_COPIED - copied);
        if (copied > MOST_COPIED) {
            throw Unreadable.malformed("copies more than " + MOST_COPIED + " characters");
        }
        add(to, JsonTree.copy(value));
    }

    private void move(List<String> from, List<String> to) {
        boolean intoItself =
                to.size() > from.size() && to.subList(0, from.size()).equals(from);
        if (intoItself) {
            throw Unreadable.malformed("moves a value into itself");
        }
        add(to, remove(from));
    }

    private static String string(Map<?, ?> members, String name) {
        if (members.get(name) instanceof String string) {
            return string;
        }
        throw Unreadable.malformed(name + ": missing");
    }

    private static Object value(Map<?, ?> members) {
        var value = members.get("value");
        if (value == null) {
            throw Unreadable.malformed("value: missing");
        }
        return value;
    }

    private Object get(List<String> path) {
        Object at = root();
        for (var step : path) {
            at = switch (at) {
                case Map<?, ?> object -> present(object.get(step));
                case List<?> array -> array.get(index(step, array.size() - 1));
                default -> throw Unreadable.malformed("no such place");
            };
        }
        return at;
    }

    private static Object present(@Nullable Object value) {
        if (value == null) {
            throw Unreadable.malformed("no such member");
        }
        return value;
    }

    @SuppressWarnings("unchecked") // Trees are made by JsonTree alone.
    private void add(List<String> path, Object value) {
        if (path.isEmpty()) {
            root = value;
            return;
        }
        var last = path.getLast();
        switch (get(path.subList(0, path.size() - 1))) {
            case Map<?, ?> object -> ((Map<String, Object>) object).put(last, value);
            case List<?> array -> {
                int index = last.equals(END) ? array.size() : index(last, array.size());
                ((List<Object>) array).add(index, value);
            }
            default -> throw Unreadable.malformed("no such place");
        }
    }

    private Object remove(List<String> path) {
        if (path.isEmpty()) {
            var whole = root();
            root = null;
            return whole;
        }
        var last = path.getLast();
        return switch (get(path.subList(0, path.size() - 1))) {
            case Map<?, ?> object -> present(object.remove(last));
            case List<?> array -> array.remove(index(last, array.size() - 1));
            default -> throw Unreadable.malformed("no such place");
        };
    }

    private static int index(String step, int most) {
        boolean digits = !step.isEmpty() && step.length() <= 9 && step.chars().allMatch(c -> '0' <= c && c <= '9');
        boolean canonical = digits && (step.length() == 1 || step.charAt(0) != '0');
        int index = canonical ? Integer.parseInt(step) : -1;
        if (index < 0 || index > most) {
            throw Unreadable.malformed("no such index");
        }
        return index;
    }
}
