package dev.gatehouse.model.schema;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.number.Fixed;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.PVector;

/// Reads the declarations of a type and of everything in it into shapes. Used once, by one thread.
final class ShapeReader {

    private static final Map<Class<?>, Scalar> SCALARS = Map.ofEntries(
            Map.entry(int.class, Scalar.INT),
            Map.entry(Integer.class, Scalar.INT),
            Map.entry(long.class, Scalar.LONG),
            Map.entry(Long.class, Scalar.LONG),
            Map.entry(boolean.class, Scalar.BOOLEAN),
            Map.entry(Boolean.class, Scalar.BOOLEAN),
            Map.entry(float.class, Scalar.FLOAT),
            Map.entry(Float.class, Scalar.FLOAT),
            Map.entry(double.class, Scalar.DOUBLE),
            Map.entry(Double.class, Scalar.DOUBLE),
            Map.entry(Fixed.class, Scalar.FIXED),
            Map.entry(String.class, Scalar.STRING),
            Map.entry(ByteString.class, Scalar.BYTES),
            Map.entry(Duration.class, Scalar.DURATION),
            Map.entry(Instant.class, Scalar.INSTANT),
            Map.entry(JsonText.class, Scalar.JSON_TEXT),
            Map.entry(Encoded.class, Scalar.ENCODED));

    /// What is being read or has been, so that a type may contain itself.
    private final Map<ClosedType, Shape> known = new LinkedHashMap<>();

    Shape root(Class<?> type) {
        var shape = shape(type.getName(), new ClosedType(type, List.of()));
        if (!(shape instanceof RecordShape) && !(shape instanceof UnionShape)) {
            throw new SchemaException(type.getName() + " (expected: a record or a sealed interface of @Case records)");
        }
        Declarations.check(known.values());
        return shape;
    }

    Shape part(String where, Type type) {
        var shape = shape(where, new ClosedType(Object.class, List.of()).resolve(where, type));
        Declarations.check(known.values());
        return shape;
    }

    /// Every shape that was read, each once.
    List<Shape> shapes() {
        return known.values().stream().distinct().toList();
    }

    private Shape shape(String where, ClosedType type) {
        var seen = known.get(type);
        if (seen != null) {
            return seen;
        }
        var raw = type.raw();
        var scalar = SCALARS.get(raw);
        if (scalar != null) {
            return remember(type, scalar);
        } else if (raw.isEnum()) {
            return remember(type, new EnumShape(raw));
        } else if (raw.isRecord()) {
            return raw.isAnnotationPresent(Inline.class) ? inline(type) : record(type);
        } else if (raw.isInterface() && raw.isSealed()) {
            return union(type);
        }
        return remember(type, collection(where, type));
    }

    private <S extends Shape> S remember(ClosedType type, S shape) {
        known.put(type, shape);
        return shape;
    }

    private Shape inline(ClosedType type) {
        var raw = type.raw();
        var components = raw.getRecordComponents();
        if (components.length != 1) {
            throw new SchemaException(
                    raw.getName() + ": is @Inline with " + components.length + " components (expected: one)");
        }
        String where = raw.getName() + "." + components[0].getName();
        if (isServerOnly(components[0]) || isNoChecksum(components[0])) {
            throw new SchemaException(
                    where + ": is @ServerOnly or @NoChecksum in an @Inline record (expected: so is the"
                            + " member that holds it)");
        }
        var component = shape(where, type.resolve(where, components[0].getGenericType()));
        boolean simple = component instanceof Scalar || component instanceof EnumShape;
        if (!simple || isNullable(components[0])) {
            throw new SchemaException(where + ": the component of an @Inline record (expected: a number, a string,"
                    + " bytes or an enum, not null)");
        }
        return remember(type, new InlineShape(new RecordAccess(raw), component));
    }

    private Shape record(ClosedType type) {
        var shape = remember(type, new RecordShape(type.name(), new RecordAccess(type.raw())));
        var members = new ArrayList<RecordMember>();
        for (var component : type.raw().getRecordComponents()) {
            members.add(member(type, component, members.size()));
        }
        shape.link(members);
        return shape;
    }

    private RecordMember member(ClosedType owner, RecordComponent component, int index) {
        String where = owner.raw().getName() + "." + component.getName();
        var shape = shape(where, owner.resolve(where, component.getGenericType()));
        boolean nullable = isNullable(component);
        if (nullable && (shape instanceof SequenceShape || shape instanceof MapShape)) {
            throw new SchemaException(where + ": a collection may not be @Nullable (expected: an empty one)");
        }
        if (nullable && component.getType().isPrimitive()) {
            throw new SchemaException(where + ": a primitive may not be @Nullable");
        }
        var number = component.getAnnotation(Member.class);
        boolean flat = component.isAnnotationPresent(Flat.class);
        if ((number == null) != flat) {
            throw new SchemaException(where + ": has no @Member (expected: one, or @Flat)");
        }
        boolean serverOnly = isServerOnly(component);
        if (flat && serverOnly) {
            throw new SchemaException(where + ": is @Flat and @ServerOnly (expected: one of them)");
        }
        boolean checksummed = !serverOnly && !isNoChecksum(component);
        var presence = serverOnly
                ? RecordMember.Presence.SERVER_ONLY
                : flat ? RecordMember.Presence.FLAT : RecordMember.Presence.EVERYWHERE;
        return new RecordMember(
                component.getName(),
                index,
                number == null ? 0 : number.value(),
                shape,
                nullable,
                checksummed,
                presence);
    }

    private static boolean isServerOnly(RecordComponent component) {
        return component.isAnnotationPresent(ServerOnly.class);
    }

    private static boolean isNoChecksum(RecordComponent component) {
        return component.isAnnotationPresent(NoChecksum.class);
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private Shape union(ClosedType type) {
        var shape = remember(type, new UnionShape(type.raw()));
        var cases = new ArrayList<UnionShape.UnionCase>();
        addCases(type.raw(), cases);
        shape.link(cases);
        return shape;
    }

    private void addCases(Class<?> sealed, List<UnionShape.UnionCase> cases) {
        for (var permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isInterface() && permitted.isSealed()) {
                addCases(permitted, cases);
                continue;
            }
            var named = permitted.getAnnotation(Case.class);
            if (named == null || !permitted.isRecord() || permitted.isAnnotationPresent(Inline.class)) {
                throw new SchemaException(permitted.getName() + ": a case of " + sealed.getName()
                        + " (expected: a record with @Case, not @Inline)");
            }
            var record = (RecordShape) shape(permitted.getName(), new ClosedType(permitted, List.of()));
            cases.add(new UnionShape.UnionCase(named.name(), named.number(), record));
        }
    }

    private Shape collection(String where, ClosedType type) {
        var raw = type.raw();
        if (raw == List.class) {
            return new SequenceShape(SequenceShape.Kind.LIST, element(where, type, 0));
        } else if (raw == PVector.class) {
            return new SequenceShape(SequenceShape.Kind.VECTOR, element(where, type, 0));
        } else if (raw == PSortedSet.class) {
            return new SequenceShape(SequenceShape.Kind.SORTED_SET, key(where, type));
        } else if (raw == PSortedMap.class) {
            return new MapShape(key(where, type), element(where, type, 1));
        }
        throw new SchemaException(where + ": " + raw.getName() + " is mutable or unknown (expected: a number, boolean,"
                + " String, ByteString, enum, record, sealed interface, Duration, Instant, JsonText, Encoded, List,"
                + " PVector, PSortedMap or PSortedSet)");
    }

    private Shape key(String where, ClosedType type) {
        var key = element(where, type, 0);
        if (!KeyOrder.isKey(key)) {
            throw new SchemaException(where + ": its keys (expected: String, int, long or an @Inline record of these)");
        }
        return key;
    }

    private Shape element(String where, ClosedType type, int argument) {
        if (type.arguments().size() <= argument) {
            throw new SchemaException(where + ": " + type.raw().getSimpleName() + " without its type arguments");
        }
        var element = shape(where, type.arguments().get(argument));
        if (element instanceof SequenceShape || element instanceof MapShape) {
            throw new SchemaException(where + ": a collection in a collection (expected: a record between them)");
        }
        return element;
    }
}
