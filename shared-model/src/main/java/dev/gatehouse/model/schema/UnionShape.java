package dev.gatehouse.model.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A sealed interface whose records each carry a [Case]: a flat object with `"type"` in JSON, a message with one
/// `oneof` in protobuf.
public final class UnionShape implements Shape {

    /// The JSON member that names the case.
    public static final String TYPE = "type";

    /// One record of a union.
    public record UnionCase(String name, int number, RecordShape shape) {}

    private final Class<?> type;
    private List<UnionCase> cases = List.of();
    private final Map<Class<?>, UnionCase> byType = new HashMap<>();
    private final Map<String, UnionCase> byName = new HashMap<>();

    UnionShape(Class<?> type) {
        this.type = type;
    }

    /// Called once, by the reader that made it, before anybody else sees it.
    void link(List<UnionCase> found) {
        var numbers = new HashSet<Integer>();
        for (var each : found) {
            String where = each.shape().type().getName();
            if (!numbers.add(MemberNumbers.check(where, each.number()))) {
                throw new SchemaException(where + ": case number " + each.number() + " is used twice");
            }
            if (byName.put(each.name(), each) != null) {
                throw new SchemaException(where + ": case name '" + each.name() + "' is used twice");
            }
            byType.put(each.shape().type(), each);
        }
        cases = List.copyOf(found);
    }

    public Class<?> type() {
        return type;
    }

    /// In the order of their declaration.
    public List<UnionCase> cases() {
        return cases;
    }

    /// The case that this value is.
    public UnionCase caseOf(Object value) {
        var found = byType.get(value.getClass());
        if (found == null) {
            throw new IllegalArgumentException(value.getClass().getName() + " (expected: a case of " + type + ")");
        }
        return found;
    }

    public @Nullable UnionCase byName(String name) {
        return byName.get(name);
    }
}
