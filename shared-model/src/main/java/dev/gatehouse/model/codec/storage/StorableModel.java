package dev.gatehouse.model.codec.storage;

import dev.gatehouse.model.codec.Ordered;
import dev.gatehouse.model.codec.Unreadable;
import dev.gatehouse.model.codec.json.JsonKeys;
import dev.gatehouse.model.codec.proto.ExactScalars;
import dev.gatehouse.model.collection.ChunkedSet;
import dev.gatehouse.model.collection.ChunkedVector;
import dev.gatehouse.model.collection.CommonEnds;
import dev.gatehouse.model.collection.MapGaps;
import dev.gatehouse.model.schema.EnumShape;
import dev.gatehouse.model.schema.InlineShape;
import dev.gatehouse.model.schema.MapShape;
import dev.gatehouse.model.schema.RecordShape;
import dev.gatehouse.model.schema.Scalar;
import dev.gatehouse.model.schema.Schema;
import dev.gatehouse.model.schema.SequenceShape;
import dev.gatehouse.model.schema.Shape;
import dev.gatehouse.model.schema.UnionShape;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks that the values of one type can be stored, and are the same when they are read again. Refused are null
/// where nothing may be absent, what [ExactScalars] refuses, a list that may be changed in place, a sorted
/// collection in an order of its own, and what is beyond the limits of those who read it: nested deeper than 56, keys,
/// texts and bytes that are too long for JSON. Parts that are the same object as before are not looked into.
///
/// Immutable; safe to use from any thread.
public final class StorableModel {

    /// Elements that differ without being looked for at other places: they are likely new.
    private static final int FEW = 8;

    /// The number of the last rule that refuses what an earlier build of the suite has taken. What was
    /// judged by fewer is judged by those when it is replayed ([#under]).
    public static final int RULES = ReaderLimits.LATEST;

    private static final ClassValue<StorableModel> KNOWN = new ClassValue<>() {
        @Override
        protected StorableModel computeValue(Class<?> type) {
            return new StorableModel(Schema.of(type).shape(), ReaderLimits.ALL);
        }
    };

    private final Shape root;
    private final ReaderLimits limits;

    private StorableModel(Shape root, ReaderLimits limits) {
        this.root = root;
        this.limits = limits;
    }

    /// The same one on every call.
    public static StorableModel of(Class<?> type) {
        return KNOWN.get(type);
    }

    /// The check of a build that had fewer rules.
    ///
    /// @param rules up to [#RULES]; 0 for what cannot be stored at all
    public StorableModel under(int rules) {
        return new StorableModel(root, new ReaderLimits(rules));
    }

    /// Checks all of a value.
    ///
    /// @throws UnstorableException saying where and why it cannot be stored
    public void check(Object value) {
        check(null, value);
    }

    /// Checks what a value has that an earlier one, which could be stored, has not.
    ///
    /// @throws UnstorableException as [#check(Object)]
    public void check(@Nullable Object before, Object value) {
        try {
            value(root, before, value, 1);
        } catch (Unreadable e) {
            throw new UnstorableException(e);
        }
    }

    @SuppressWarnings("ReferenceEquality") // Looking at contents is the work that this saves.
    private void value(Shape shape, @Nullable Object before, @Nullable Object value, int depth) {
        if (value == null) {
            throw Unreadable.malformed("null (expected: a value)");
        } else if (value == before) {
            return;
        }
        switch (shape) {
            case Scalar _, EnumShape _, InlineShape _ -> limits.checkDepth(depth - 1 + leaf(shape, value));
            case RecordShape _, UnionShape _, SequenceShape _, MapShape _ -> {
                limits.checkDepth(depth);
                members(shape, before, value, depth);
            }
        }
    }

    private void members(Shape shape, @Nullable Object before, Object value, int depth) {
        switch (shape) {
            case Scalar _, EnumShape _, InlineShape _ -> throw new IllegalStateException("no members: " + shape);
            case RecordShape record -> record(record, before, value, depth);
            case UnionShape union -> record(union.caseOf(value).shape(), before, value, depth + 1);
            case SequenceShape sequence -> sequence(sequence, (Collection<?>) before, (Collection<?>) value, depth);
            case MapShape map -> map(map, (Map<?, ?>) before, (Map<?, ?>) value, depth);
        }
    }

    /// @return how many objects and arrays inside each other it has in JSON
    private int leaf(Shape shape, Object value) {
        try {
            return switch (shape) {
                case InlineShape inline -> leaf(inline.component(), inline.unwrap(value));
                case Scalar scalar -> {
                    ExactScalars.check(scalar, value);
                    yield limits.check(scalar, value);
                }
                case EnumShape _, RecordShape _, UnionShape _, SequenceShape _, MapShape _ -> 0;
            };
        } catch (IllegalArgumentException e) {
            throw Unreadable.refused(e);
        }
    }

    private void record(RecordShape shape, @Nullable Object before, Object value, int depth) {
        // Another case of a union: its members are not those of this record.
        var same = before != null && before.getClass() == value.getClass() ? before : null;
        for (var member : shape.members()) {
            var part = shape.parts().get(member.index(), value);
            if (part != null || !member.nullable()) {
                var old = same == null ? null : shape.parts().get(member.index(), same);
                try {
                    value(member.shape(), old, part, depth + 1);
                } catch (Unreadable e) {
                    throw e.in(member.name());
                }
            }
        }
    }

    private void sequence(SequenceShape shape, @Nullable Collection<?> before, Collection<?> value, int depth) {
        var old = before == null ? List.of() : list(before);
        var now = list(value);
        var shared = before == null ? CommonEnds.NONE : CommonEnds.shared(before, value);
        var kept = shared.grown(old, now, StorableModel::isSame);
        int end = now.size() - kept.end();
        var moved = end - kept.start() > FEW ? objects(old, kept) : Collections.emptySet();
        for (int i = kept.start(); i < end; i++) {
            var each = now.get(i);
            if (!moved.contains(each)) {
                element(shape.element(), i < old.size() - kept.end() ? old.get(i) : null, each, i, depth);
            }
        }
        // Only now, because what is null has no place in an order.
        checkMake(shape, value, now.subList(Math.max(0, kept.start() - 1), Math.min(now.size(), end + 1)));
    }

    /// @param unknown elements that are not known to follow each other as before
    private static void checkMake(SequenceShape shape, Collection<?> value, List<?> unknown) {
        try {
            switch (shape.kind()) {
                case LIST -> ImmutableLists.check(value);
                case SORTED_SET -> Ordered.check(shape.order(), unknown);
                case VECTOR -> {}
            }
        } catch (IllegalArgumentException e) {
            throw Unreadable.refused(e);
        }
    }

    private static List<?> list(Collection<?> collection) {
        return switch (collection) {
            case ChunkedVector<?> vector -> vector;
            case ChunkedSet<?> set -> set.asList();
            default -> Arrays.asList(collection.toArray());
        };
    }

    @SuppressWarnings("ReferenceEquality") // As above.
    private static boolean isSame(@Nullable Object one, @Nullable Object other) {
        return one == other;
    }

    private static Set<Object> objects(List<?> before, CommonEnds kept) {
        Set<Object> objects = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = kept.start(); i < before.size() - kept.end(); i++) {
            objects.add(before.get(i));
        }
        return objects;
    }

    private void element(Shape shape, @Nullable Object before, @Nullable Object value, int index, int depth) {
        try {
            value(shape, before, value, depth + 1);
        } catch (Unreadable e) {
            throw e.at(index);
        }
    }

    private void map(MapShape shape, @Nullable Map<?, ?> before, Map<?, ?> value, int depth) {
        for (var gap : MapGaps.between(shape.order(), before, value)) {
            var old = new EntriesBefore(shape, MapGaps.before(before, gap));
            entries(shape, old, MapGaps.now(value, gap), gap.from(), depth);
        }
    }

    /// Both are in the order of their keys, so one walk over both finds what stayed.
    private void entries(
            MapShape shape, EntriesBefore old, Iterator<? extends Map.Entry<?, ?>> entries, int from, int depth) {
        Object last = null;
        boolean isInOrder = true;
        for (int index = from; entries.hasNext(); index++) {
            var entry = entries.next();
            var key = entry.getKey();
            if (!old.isNext(key)) {
                // Before it is compared with any other.
                key(shape.key(), key, index);
            }
            boolean stayed = old.has(key);
            if (!stayed || !isInOrder) {
                checkOrder(shape, last, key);
            }
            isInOrder = stayed;
            last = key;
            element(shape.value(), old.value(), entry.getValue(), index, depth);
        }
    }

    private void key(Shape shape, @Nullable Object key, int index) {
        element(shape, null, key, index, 0);
        try {
            limits.checkName(key == null ? "" : JsonKeys.name(shape, key));
        } catch (Unreadable e) {
            throw e.at(index);
        }
    }

    /// Of a key that was there before, as the one ahead of it was, the order is known.
    private static void checkOrder(MapShape shape, @Nullable Object last, Object key) {
        try {
            Ordered.check(shape.order(), last, key);
        } catch (IllegalArgumentException e) {
            throw Unreadable.refused(e);
        }
    }
}
