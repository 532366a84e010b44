package dev.gatehouse.determinism.replay;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.number.Fixed;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.EnumShape;
import dev.gatehouse.model.schema.InlineShape;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.MapShape;
import dev.gatehouse.model.schema.RecordMember;
import dev.gatehouse.model.schema.RecordShape;
import dev.gatehouse.model.schema.Scalar;
import dev.gatehouse.model.schema.SequenceShape;
import dev.gatehouse.model.schema.Shape;
import dev.gatehouse.model.schema.UnionShape;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Values of any shape: mostly small ones, which actions do something with, and edges.
final class RandomValues {

    private static final int MOST_ELEMENTS = 4;
    private static final int DEEPEST = 5;

    /// Letters of which some languages have other small or big ones, and others that sort oddly.
    private static final List<String> LETTERS = List.of("a", "I", "i", "\u0130", "\u00df", "Z", "1", " ", "\u00e9");

    private final RandomGenerator random;

    RandomValues(RandomGenerator random) {
        this.random = random;
    }

    /// @throws RuntimeException whatever a record's constructor throws at values that it refuses
    Object of(Shape shape) {
        return of(shape, 0);
    }

    private Object of(Shape shape, int depth) {
        return switch (shape) {
            case Scalar scalar -> scalar(scalar);
            case EnumShape constants -> any(constants.constants());
            case InlineShape inline -> inline.wrap(of(inline.component(), depth));
            case RecordShape record -> record(record, depth);
            case UnionShape union -> record(any(union.cases()).shape(), depth);
            case SequenceShape sequence -> sequence(sequence, depth);
            case MapShape map -> map(map, depth);
        };
    }

    private Object record(RecordShape shape, int depth) {
        var values = new @Nullable Object[shape.members().size()];
        for (var member : shape.members()) {
            values[member.index()] = isAbsent(member, depth) ? null : of(member.shape(), depth + 1);
        }
        return shape.create(values);
    }

    private boolean isAbsent(RecordMember member, int depth) {
        return member.nullable() && (depth >= DEEPEST || random.nextBoolean());
    }

    private Object sequence(SequenceShape shape, int depth) {
        var elements = elements(shape.element(), depth);
        if (shape.kind() != SequenceShape.Kind.SORTED_SET) {
            return shape.create(elements);
        }
        var sorted = new TreeSet<>(shape.order());
        sorted.addAll(elements);
        return shape.create(List.copyOf(sorted));
    }

    private Object map(MapShape shape, int depth) {
        var entries = new TreeMap<Object, Object>(shape.order());
        for (var key : elements(shape.key(), depth)) {
            entries.put(key, of(shape.value(), depth + 1));
        }
        return shape.create(entries);
    }

    private List<Object> elements(Shape element, int depth) {
        var elements = new ArrayList<Object>();
        int count = depth >= DEEPEST ? 0 : random.nextInt(MOST_ELEMENTS);
        for (int i = 0; i < count; i++) {
            elements.add(of(element, depth + 1));
        }
        return elements;
    }

    private Object scalar(Scalar scalar) {
        return switch (scalar) {
            case INT -> (int) number(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> number(Long.MIN_VALUE, Long.MAX_VALUE);
            case BOOLEAN -> random.nextBoolean();
            case FLOAT -> (float) random.nextGaussian();
            case DOUBLE -> random.nextGaussian();
            case FIXED -> new Fixed(number(Long.MIN_VALUE, Long.MAX_VALUE) << random.nextInt(Integer.SIZE));
            case STRING -> text();
            case BYTES -> ByteString.copyFromUtf8(text());
            case DURATION -> Duration.ofMillis(random.nextInt(1_000_000));
            case INSTANT -> Instant.ofEpochSecond(random.nextInt(1_000_000_000));
            case JSON_TEXT -> new JsonText("[" + random.nextInt(10) + "]");
            case ENCODED -> new Encoded.Proto(ByteString.EMPTY);
        };
    }

    private long number(long least, long greatest) {
        return switch (random.nextInt(10)) {
            case 0 -> least;
            case 1 -> greatest;
            case 2 -> random.nextInt(-3, 0);
            case 3 -> random.nextInt(100_000);
            default -> random.nextInt(12);
        };
    }

    private String text() {
        var text = new StringBuilder();
        int length = random.nextInt(MOST_ELEMENTS + 1);
        for (int i = 0; i < length; i++) {
            text.append(any(LETTERS));
        }
        return text.toString();
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
