package dev.gatehouse.model.codec;

import dev.gatehouse.model.schema.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Patches as RFC 6902 describes them: made from two models, applied to a JSON value.
public final class JsonPatches {

    /// What turns the JSON of one model, as a player may see it, into that of another; `[]` between equal ones.
    public static <T> JsonText between(T before, T after) {
        var patch = new ArrayList<Object>();
        for (var change : ModelDiff.between(before, after)) {
            patch.add(operation(change));
        }
        return JsonTree.write(patch);
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
    /// @throws DecodeException if either is not JSON, or an operation cannot be done: then nothing is
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
            return JsonTree.write(patched.root());
        } catch (Unreadable e) {
            throw e.toDecodeException();
        }
    }

    private JsonPatches() {}
}
