package dev.gatehouse.model.codec.storage;

import dev.gatehouse.model.codec.json.JsonPointer;
import dev.gatehouse.model.codec.proto.MemberSizes;
import dev.gatehouse.model.codec.storage.ModelSize.Part;
import dev.gatehouse.model.schema.EnumShape;
import dev.gatehouse.model.schema.InlineShape;
import dev.gatehouse.model.schema.MapShape;
import dev.gatehouse.model.schema.RecordShape;
import dev.gatehouse.model.schema.Scalar;
import dev.gatehouse.model.schema.Schema;
import dev.gatehouse.model.schema.SequenceShape;
import dev.gatehouse.model.schema.Shape;
import dev.gatehouse.model.schema.UnionShape;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Adds up what the members of a model take. Used once, by one thread.
final class SizeWalk {

    /// Names in a path. A type that contains itself would have paths without end.
    private static final int MAX_DEPTH = 8;

    private final RecordShape root;
    private final MemberSizes sizes;
    private final Map<String, Part> members = new HashMap<>();
    private final Map<String, Part> nested = new HashMap<>();

    SizeWalk(Class<?> type) {
        root = (RecordShape) Schema.of(type).shape();
        sizes = MemberSizes.of(type);
    }

    ModelSize over(Object model) {
        walk(root, model, "", 0);
        return new ModelSize(
                sizes.bytes(model),
                largest(members).limit(ModelSize.MOST_MEMBERS).toList(),
                largest(nested).limit(ModelSize.MOST_NESTED).toList());
    }

    private static Stream<Part> largest(Map<String, Part> parts) {
        return parts.values().stream()
                .sorted(Comparator.comparingLong(Part::bytes).reversed().thenComparing(Part::path));
    }

    private void walk(Shape shape, Object value, String path, int depth) {
        switch (shape) {
            case Scalar _, EnumShape _, InlineShape _ -> {}
            case RecordShape record -> record(record, value, path, depth);
            case UnionShape union -> record(union.caseOf(value).shape(), value, path, depth);
            case SequenceShape sequence -> all(sequence.element(), (Collection<?>) value, path, depth);
            case MapShape map -> all(map.value(), ((Map<?, ?>) value).values(), path, depth);
        }
    }

    private void all(Shape shape, Collection<?> values, String path, int depth) {
        var elements = path + "/*";
        values.forEach(value -> walk(shape, value, elements, depth));
    }

    private void record(RecordShape shape, Object value, String path, int depth) {
        if (depth == MAX_DEPTH) {
            return;
        }
        sizes.forEachMember(shape, value, (member, part, bytes) -> {
            var name = path + "/" + JsonPointer.escape(member.name());
            (depth == 0 ? members : nested).merge(name, new Part(name, bytes, 1), SizeWalk::sum);
            walk(member.shape(), part, name, depth + 1);
        });
    }

    private static Part sum(Part one, Part other) {
        return new Part(one.path(), one.bytes() + other.bytes(), one.count() + other.count());
    }
}
