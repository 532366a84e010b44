package dev.gatehouse.model.codec.patch;

import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.json.JsonKeys;
import dev.gatehouse.model.codec.json.JsonParts;
import dev.gatehouse.model.codec.json.JsonPointer;
import dev.gatehouse.model.collection.CommonEnds;
import dev.gatehouse.model.schema.EnumShape;
import dev.gatehouse.model.schema.InlineShape;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.MapShape;
import dev.gatehouse.model.schema.RecordShape;
import dev.gatehouse.model.schema.Scalar;
import dev.gatehouse.model.schema.Schema;
import dev.gatehouse.model.schema.SequenceShape;
import dev.gatehouse.model.schema.Shape;
import dev.gatehouse.model.schema.UnionShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Says where two models differ, as a player may see them: `@ServerOnly` members are left out. Parts that are the same
/// object are not looked into.
public final class ModelDiff {

    private static final ClassValue<ModelDiff> KNOWN = new ClassValue<>() {
        @Override
        protected ModelDiff computeValue(Class<?> type) {
            return new ModelDiff(Schema.of(type));
        }
    };

    /// One difference. Made one after the other, in their order, the changes turn the one model into the other: indexes
    /// are those after the changes before.
    ///
    /// @param path a JSON pointer (RFC 6901), such as `/inventory/pickaxe`; empty for the whole model
    /// @param before absent where there was nothing
    /// @param after absent where there is nothing any more
    public record Change(
            String path,
            @Nullable JsonText before,
            @Nullable JsonText after) {

        @Override
        public String toString() {
            return path + ": " + text(before) + " -> " + text(after);
        }

        private static String text(@Nullable JsonText value) {
            return value == null ? "nothing" : value.text();
        }
    }

    private final Shape root;
    private final JsonParts json;

    private ModelDiff(Schema<?> schema) {
        this.root = schema.shape();
        this.json = JsonParts.of(schema, Audience.CLIENT);
    }

    /// The differences, in the order of the members; none between equal models.
    public static <T> List<Change> between(T before, T after) {
        var diff = KNOWN.get(before.getClass());
        var walk = diff.new Walk();
        walk.compare(diff.root, "", before, after);
        return List.copyOf(walk.changes);
    }

    /// One comparison. Used once, by one thread.
    private final class Walk {

        private final List<Change> changes = new ArrayList<>();

        @SuppressWarnings("ReferenceEquality") // Comparing contents is the work that this saves.
        private void compare(Shape shape, String path, @Nullable Object before, @Nullable Object after) {
            if (before == after) {
                return;
            }
            if (before == null || after == null) {
                change(shape, path, before, after);
                return;
            }
            switch (shape) {
                case Scalar _, EnumShape _, InlineShape _ -> compareLeaves(shape, path, before, after);
                case RecordShape record -> compareRecords(record, path, before, after);
                case UnionShape union -> compareUnions(union, path, before, after);
                case SequenceShape sequence -> compareLists(sequence.element(), path, list(before), list(after));
                case MapShape map -> compareMaps(map, path, (Map<?, ?>) before, (Map<?, ?>) after);
            }
        }

        private static List<Object> list(Object collection) {
            return List.copyOf((Collection<?>) collection);
        }

        private void change(Shape shape, String path, @Nullable Object before, @Nullable Object after) {
            changes.add(new Change(path, json(shape, before), json(shape, after)));
        }

        private @Nullable JsonText json(Shape shape, @Nullable Object value) {
            return value == null ? null : json.write(shape, value);
        }

        private void compareLeaves(Shape shape, String path, Object before, Object after) {
            if (!before.equals(after)) {
                change(shape, path, before, after);
            }
        }

        private void compareRecords(RecordShape shape, String path, Object before, Object after) {
            var flat = shape.flatMember();
            if (flat.isPresent() && isOtherCase(shape.get(flat.get(), before), shape.get(flat.get(), after))) {
                change(shape, path, before, after);
                return;
            }
            for (var member : shape.members()) {
                if (Audience.CLIENT.sees(member)) {
                    var inner = member.flat() ? path : path + "/" + member.name();
                    compare(member.shape(), inner, shape.get(member, before), shape.get(member, after));
                }
            }
        }

        private void compareUnions(UnionShape shape, String path, Object before, Object after) {
            if (isOtherCase(before, after)) {
                change(shape, path, before, after);
            } else {
                compareRecords(shape.caseOf(before).shape(), path, before, after);
            }
        }

        private static boolean isOtherCase(@Nullable Object before, @Nullable Object after) {
            return before == null || after == null || before.getClass() != after.getClass();
        }

        /// What both start and end with stays; between that, element stands against element, and what is left over has
        /// come or gone.
        private void compareLists(Shape element, String path, List<?> before, List<?> after) {
            var same = CommonEnds.of(before, after, Objects::equals);
            int both = Math.min(before.size(), after.size()) - same.end();
            for (int i = same.start(); i < both; i++) {
                compare(element, path + "/" + i, before.get(i), after.get(i));
            }
            // From the back, so that every index is still right when its turn comes.
            for (int i = before.size() - same.end() - 1; i >= both; i--) {
                change(element, path + "/" + i, before.get(i), null);
            }
            for (int i = both; i < after.size() - same.end(); i++) {
                change(element, path + "/" + i, null, after.get(i));
            }
        }

        private void compareMaps(MapShape shape, String path, Map<?, ?> before, Map<?, ?> after) {
            for (var entry : before.entrySet()) {
                var inner = path + "/" + name(shape, entry.getKey());
                compare(shape.value(), inner, entry.getValue(), after.get(entry.getKey()));
            }
            for (var entry : after.entrySet()) {
                if (!before.containsKey(entry.getKey())) {
                    change(shape.value(), path + "/" + name(shape, entry.getKey()), null, entry.getValue());
                }
            }
        }

        private static String name(MapShape shape, Object key) {
            return JsonPointer.escape(JsonKeys.name(shape.key(), key));
        }
    }
}
