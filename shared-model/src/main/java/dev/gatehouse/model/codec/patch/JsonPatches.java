package dev.gatehouse.model.codec.patch;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.Unreadable;
import dev.gatehouse.model.codec.json.JsonTree;
import dev.gatehouse.model.schema.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Patches as RFC 6902 describes them: made from two models or two JSON values, applied to a JSON value.
public final class JsonPatches {

    /// What turns the JSON of one model, as a player may see it, into that of another; `[]` between equal ones.
    public static <T> JsonText between(T before, T after) {
        var patch = new ArrayList<Object>();
        for (var change : ModelDiff.between(before, after)) {
            patch.add(operation(change));
        }
        return JsonTree.write(patch);
    }

    /// What turns one JSON value into another: no larger than one that replaces all of it.
    ///
    /// @throws DecodeException if either is not JSON
    public static JsonText between(JsonText before, JsonText after) throws DecodeException {
        try {
            var now = JsonTree.read(after);
            var patch = JsonTree.write(TreeDiff.between(JsonTree.read(before), now));
            if (patch.text().length() <= after.text().length()) {
                return patch;
            }
            var whole = JsonTree.write(TreeDiff.replacing(now));
            return patch.text().length() <= whole.text().length() ? patch : whole;
        } catch (Unreadable e) {
            throw e.toDecodeException();
        }
    }

    /// What turns any JSON value into this one.
    public static JsonText replacing(JsonText after) {
        return JsonTree.write(TreeDiff.replacing(after));
    }

    private static Map<String, Object> operation(ModelDiff.Change change) {
        var operation = JsonTree.object();
        operation.put("op", change.after() == null ? "remove" : change.before() == null ? "add" : "replace");
        operation.put("path", change.path());
        if (change.after() != null) {
            operation.put("value", change.after());
        }
        return operation;
    }

    /// The document with the patch applied.
    ///
    /// @throws DecodeException if either is not JSON, or an operation cannot be done, or what comes of them is
    ///     nested too deep: then nothing is done
    public static JsonText apply(JsonText document, JsonText patch) throws DecodeException {
        try {
            var patched = new PatchedDocument(JsonTree.read(document));
            if (!(JsonTree.read(patch) instanceof List<?> operations)) {
                throw Unreadable.malformed("a patch that is not a list");
            }
            for (int i = 0; i < operations.size(); i++) {
                try {
                    patched.apply(operations.get(i));
                } catch (Unreadable e) {
                    throw e.at(i);
                }
            }
            return JsonTree.write(patched.result());
        } catch (Unreadable e) {
            throw e.toDecodeException();
        }
    }

    private JsonPatches() {}
}
