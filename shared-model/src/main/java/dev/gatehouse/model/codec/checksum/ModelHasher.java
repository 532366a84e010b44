package dev.gatehouse.model.codec.checksum;

import dev.gatehouse.model.codec.Ordered;
import dev.gatehouse.model.codec.proto.ProtoOutput;
import dev.gatehouse.model.codec.proto.ProtoWriter;
import dev.gatehouse.model.collection.Gap;
import dev.gatehouse.model.collection.MapGaps;
import dev.gatehouse.model.schema.EnumShape;
import dev.gatehouse.model.schema.InlineShape;
import dev.gatehouse.model.schema.MapShape;
import dev.gatehouse.model.schema.RecordMember;
import dev.gatehouse.model.schema.RecordShape;
import dev.gatehouse.model.schema.Scalar;
import dev.gatehouse.model.schema.Schema;
import dev.gatehouse.model.schema.SequenceShape;
import dev.gatehouse.model.schema.Shape;
import dev.gatehouse.model.schema.UnionShape;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Hashes the models of one type. See [ChecksumTree] and `docs/checksum.md`. Where a model has a collection of another
/// make, the nodes hold it, and all that it is in, in our own form.
final class ModelHasher {

    /// What is hashed ahead of an entry's key and ahead of its value, as protobuf numbers them.
    private static final int KEY = 1;
    private static final int VALUE = 2;

    private static final ClassValue<ModelHasher> KNOWN = new ClassValue<>() {
        @Override
        protected ModelHasher computeValue(Class<?> type) {
            return new ModelHasher(Schema.of(type));
        }
    };

    /// Where values of one shape are.
    ///
    /// @param leaf how they are encoded, where they have no members; absent for others
    private record Place(Shape shape, @Nullable ProtoWriter leaf) {}

    /// A member that counts.
    private record Counted(RecordMember member, Place place) {}

    private final Place root;
    private final Map<Shape, ProtoWriter> leaves;
    private final Map<Shape, List<Counted>> members = new HashMap<>();

    private ModelHasher(Schema<?> schema) {
        root = new Place(schema.shape(), null);
        leaves = ProtoWriter.exactLeaves(schema);
        for (var shape : schema.shapes()) {
            if (shape instanceof RecordShape record) {
                members.put(record, counted(record));
            }
        }
    }

    private List<Counted> counted(RecordShape record) {
        return record.members().stream()
                .filter(RecordMember::checksummed)
                .map(member -> new Counted(member, place(member.shape())))
                .toList();
    }

    private Place place(Shape shape) {
        return new Place(shape, leaves.get(shape));
    }

    private ProtoWriter keys(MapShape map) {
        var type = leaves.get(map.key());
        if (type == null) {
            throw new IllegalStateException("keys with members: " + map.key());
        }
        return type;
    }

    static ModelHasher of(Class<?> type) {
        return KNOWN.get(type);
    }

    Pass pass() {
        return new Pass();
    }

    /// One walk over a model. Used once, by one thread.
    final class Pass {

        private final HashInput input = new HashInput();
        private final ProtoOutput encoded = new ProtoOutput(64);
        private int hashed;

        /// Collections of another make that were met so far.
        private int foreign;

        int hashed() {
            return hashed;
        }

        HashNode root(Object model, @Nullable HashNode before) {
            return node(root, model, before);
        }

        private HashNode node(Place place, Object value, @Nullable HashNode before) {
            if (place.leaf() != null) {
                return leaf(place.leaf(), value, before);
            }
            if (before != null && before.isOf(value)) {
                return before;
            }
            return switch (place.shape()) {
                case Scalar _, EnumShape _, InlineShape _ -> throw new IllegalStateException("no leaf: " + place);
                case RecordShape record -> record(record, value, before);
                case UnionShape union -> union(union, value, before);
                case SequenceShape sequence -> sequence(sequence, (Collection<?>) value, before);
                case MapShape map -> map(map, (Map<?, ?>) value, before);
            };
        }

        private HashNode leaf(ProtoWriter type, Object value, @Nullable HashNode before) {
            if (before != null && before.value().equals(value)) {
                return before;
            }
            return new HashNode(null, value, leafHash(type, value), HashNode.NONE);
        }

        private long leafHash(ProtoWriter type, Object value) {
            encoded.clear();
            type.write(value, encoded);
            hashed++;
            return XxHash64.hash(encoded.array(), encoded.size());
        }

        private HashNode record(RecordShape shape, Object value, @Nullable HashNode before) {
            var checksummed = members.getOrDefault(shape, List.of());
            // Another case of a union, or nothing: its members are not those of this record.
            var same = before != null && before.value().getClass() == value.getClass() ? before : null;
            var children = new @Nullable HashNode[checksummed.size()];
            int foreignBefore = foreign;
            for (int i = 0; i < checksummed.size(); i++) {
                var member = checksummed.get(i);
                var part = shape.get(member.member(), value);
                children[i] = part == null ? null : node(member.place(), part, HashNode.child(same, i));
            }
            input.clear();
            for (int i = 0; i < children.length; i++) {
                var child = children[i];
                if (child != null) {
                    input.add(checksummed.get(i).member().number(), child.hash());
                }
            }
            return inner(
                    null, foreign == foreignBefore ? value : ownForm(shape, value, checksummed, children), children);
        }

        private Object ownForm(
                RecordShape shape, Object record, List<Counted> checksummed, @Nullable HashNode[] children) {
            var hashed = checksummed.stream().map(Counted::member).toList();
            var own = OwnForm.of(shape, record, hashed, children);
            // Its constructor has the last word about what is in it, and the next model has that.
            for (int i = 0; i < children.length; i++) {
                var child = children[i];
                var part = shape.get(hashed.get(i), own);
                if (child != null && part != null && checksummed.get(i).place().leaf() == null) {
                    children[i] = child.of(part);
                }
            }
            return own;
        }

        private HashNode union(UnionShape shape, Object value, @Nullable HashNode before) {
            var found = shape.caseOf(value);
            var child = record(found.shape(), value, HashNode.child(before, 0));
            input.clear();
            input.add(found.number(), child.hash());
            return inner(null, child.value(), child);
        }

        private HashNode sequence(SequenceShape shape, Collection<?> value, @Nullable HashNode before) {
            int foreignBefore = foreign;
            foreign += OwnForm.isForeign(shape, value) ? 1 : 0;
            var place = place(shape.element());
            var elements = value.toArray();
            var kept = new KeptNodes(before, value, elements);
            if (shape.kind() == SequenceShape.Kind.SORTED_SET) {
                Ordered.check(shape.order(), kept.unknown());
            }
            var children = kept.nodes();
            for (int i = kept.from(); i < kept.to(); i++) {
                children[i] = node(place, elements[i], kept.at(i));
            }
            return collection(foreign == foreignBefore ? value : OwnForm.of(shape, children), children);
        }

        private HashNode map(MapShape shape, Map<?, ?> value, @Nullable HashNode before) {
            int foreignBefore = foreign;
            foreign += OwnForm.isForeign(shape, value) ? 1 : 0;
            var old = HashNode.elements(before);
            var children = new HashNode[value.size()];
            int known = 0;
            int oldKnown = 0;
            for (var gap : MapGaps.between(shape.order(), before == null ? null : (Map<?, ?>) before.value(), value)) {
                System.arraycopy(old, oldKnown, children, known, gap.from() - known);
                entries(shape, MapGaps.now(value, gap), old, gap, children);
                known = gap.to();
                oldKnown = gap.beforeTo();
            }
            System.arraycopy(old, oldKnown, children, known, children.length - known);
            return collection(foreign == foreignBefore ? value : OwnForm.of(shape, value, children), children);
        }

        /// Both maps are in the order of their keys, so one walk over both finds what stayed.
        private void entries(
                MapShape shape,
                Iterator<? extends Map.Entry<?, ?>> entries,
                HashNode[] before,
                Gap gap,
                HashNode[] children) {
            var keys = keys(shape);
            var values = place(shape.value());
            int at = gap.beforeFrom();
            Object last = null;
            for (int i = gap.from(); i < gap.to(); i++) {
                var entry = entries.next();
                Ordered.check(shape.order(), last, entry.getKey());
                last = entry.getKey();
                while (at < gap.beforeTo() && isAhead(shape, before[at].key(), last)) {
                    at++;
                }
                boolean stayed = at < gap.beforeTo() && last.equals(before[at].key());
                children[i] = entry(keys, values, entry, stayed ? before[at] : null);
            }
        }

        private static boolean isAhead(MapShape shape, @Nullable Object key, Object other) {
            return key != null && !key.equals(other) && shape.order().compare(key, other) < 0;
        }

        private HashNode entry(ProtoWriter keys, Place values, Map.Entry<?, ?> entry, @Nullable HashNode before) {
            var child = node(values, entry.getValue(), HashNode.child(before, 0));
            if (before != null && before.keeps(child)) {
                return before;
            }
            long key = leafHash(keys, entry.getKey());
            input.clear();
            input.add(KEY, key);
            input.add(VALUE, child.hash());
            return inner(entry.getKey(), child.value(), child);
        }

        private HashNode collection(Object value, HashNode[] children) {
            hashed++;
            return new HashNode(null, value, XxHash64.hash(children), children);
        }

        private HashNode inner(@Nullable Object key, Object value, @Nullable HashNode... children) {
            hashed++;
            return new HashNode(key, value, input.hash(), children);
        }
    }
}
