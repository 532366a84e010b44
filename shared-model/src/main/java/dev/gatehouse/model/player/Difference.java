package dev.gatehouse.model.player;

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
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds where two models differ in some of their members. Parts that are the same object are not looked into.
///
/// A walk of its own beside that of [dev.gatehouse.model.codec.patch.ModelDiff]: it ends at the first difference, names
/// a collection whose elements came or went as a whole, and asks for each member, where that one aligns lists and goes
/// on, so that one walk for both would have a switch for each of these.
final class Difference {

    private final Predicate<RecordMember> members;

    private Difference(Predicate<RecordMember> members) {
        this.members = members;
    }

    /// The path of the first difference in what the checksum covers, such as `wallet.gold` or `inventory[pickaxe]`.
    static <M extends PlayerModel> Optional<String> inChecksum(Class<M> type, M before, M after) {
        return new Difference(RecordMember::checksummed).between(type, before, after);
    }

    /// The path of the first difference in what a client has of the model.
    static <M extends PlayerModel> Optional<String> forClients(Class<M> type, M before, M after) {
        return new Difference(member -> !member.serverOnly()).between(type, before, after);
    }

    private <M extends PlayerModel> Optional<String> between(Class<M> type, M before, M after) {
        return Optional.ofNullable(find(Schema.of(type).shape(), "", before, after));
    }

    @SuppressWarnings("ReferenceEquality") // Comparing contents is the work that this saves.
    private @Nullable String find(Shape shape, String path, @Nullable Object before, @Nullable Object after) {
        if (before == after) {
            return null;
        }
        if (before == null || after == null) {
            return path;
        }
        return switch (shape) {
            case Scalar _, EnumShape _, InlineShape _ -> before.equals(after) ? null : path;
            case RecordShape record -> inRecords(record, path, before, after);
            case UnionShape union ->
                before.getClass() == after.getClass()
                        ? inRecords(union.caseOf(before).shape(), path, before, after)
                        : path;
            case SequenceShape sequence ->
                inCollections(sequence.element(), path, (Collection<?>) before, (Collection<?>) after);
            case MapShape map -> inMaps(map.value(), path, (Map<?, ?>) before, (Map<?, ?>) after);
        };
    }

    private @Nullable String inRecords(RecordShape shape, String path, Object before, Object after) {
        var prefix = path.isEmpty() ? "" : path + ".";
        for (var member : shape.members()) {
            var found = members.test(member) ? inMember(shape, member, prefix, before, after) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable String inMember(
            RecordShape shape, RecordMember member, String prefix, Object before, Object after) {
        return find(member.shape(), prefix + member.name(), shape.get(member, before), shape.get(member, after));
    }

    private @Nullable String inMaps(Shape value, String path, Map<?, ?> before, Map<?, ?> after) {
        if (!before.keySet().equals(after.keySet())) {
            return path;
        }
        for (var entry : before.entrySet()) {
            var found = find(value, path + "[" + entry.getKey() + "]", entry.getValue(), after.get(entry.getKey()));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable String inCollections(Shape element, String path, Collection<?> before, Collection<?> after) {
        if (before.size() != after.size()) {
            return path;
        }
        var others = after.iterator();
        int index = 0;
        for (var each : before) {
            var found = find(element, path + "[" + index++ + "]", each, others.next());
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
