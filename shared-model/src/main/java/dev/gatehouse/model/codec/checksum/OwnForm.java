package dev.gatehouse.model.codec.checksum;

import dev.gatehouse.model.collection.ChunkedMap;
import dev.gatehouse.model.collection.ChunkedSet;
import dev.gatehouse.model.collection.ChunkedVector;
import dev.gatehouse.model.schema.MapShape;
import dev.gatehouse.model.schema.RecordMember;
import dev.gatehouse.model.schema.RecordShape;
import dev.gatehouse.model.schema.SequenceShape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes a [ChunkedVector], a [ChunkedMap] or a [ChunkedSet] of a collection of another make, and what holds it anew
/// around it: in one whose versions share what did not change, the next change is found without a walk over all of it.
final class OwnForm {

    static boolean isForeign(SequenceShape shape, Object collection) {
        return switch (shape.kind()) {
            case LIST -> false;
            case VECTOR -> !(collection instanceof ChunkedVector);
            case SORTED_SET ->
                !(collection instanceof ChunkedSet<?> set && set.comparator().equals(shape.order()));
        };
    }

    static boolean isForeign(MapShape shape, Map<?, ?> map) {
        return !ChunkedMap.is(map, shape.order());
    }

    /// @param hashed the members that have a node
    /// @param nodes one for each of these, null where it is absent
    static Object of(RecordShape shape, Object record, List<RecordMember> hashed, @Nullable HashNode[] nodes) {
        var values = new @Nullable Object[shape.members().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = shape.parts().get(i, record);
        }
        for (int i = 0; i < hashed.size(); i++) {
            var node = nodes[i];
            if (node != null) {
                values[hashed.get(i).index()] = node.value();
            }
        }
        return shape.create(values);
    }

    static Object of(SequenceShape shape, HashNode[] elements) {
        return shape.create(Arrays.stream(elements).map(HashNode::value).toList());
    }

    static Object of(MapShape shape, Map<?, ?> map, HashNode[] entries) {
        return shape.create(
                map.keySet(), Arrays.stream(entries).map(HashNode::value).toList());
    }

    private OwnForm() {}
}
