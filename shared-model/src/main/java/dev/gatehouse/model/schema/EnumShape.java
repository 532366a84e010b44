package dev.gatehouse.model.schema;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An enum: each constant by its [Member] number in protobuf and by its wire name in JSON. The first constant has
/// number 0 and is what an absent value decodes to.
public final class EnumShape implements Shape {

    private static final int MOST_NAMED = 16;

    private final Class<?> type;
    private final List<Object> constants;
    private final int[] numbers;
    private final String[] names;
    private final Map<Integer, Object> byNumber = new HashMap<>();
    private final Map<String, Object> byName = new HashMap<>();

    EnumShape(Class<?> type) {
        this.type = type;
        this.constants = List.of(type.getEnumConstants());
        this.numbers = new int[constants.size()];
        this.names = new String[constants.size()];
        for (int i = 0; i < numbers.length; i++) {
            add(i, (Enum<?>) constants.get(i));
        }
        if (numbers.length == 0 || numbers[0] != 0) {
            throw new SchemaException(type.getName() + ": its first constant has no @Member(0)");
        }
    }

    private void add(int index, Enum<?> constant) {
        String where = type.getName() + "." + constant.name();
        try {
            var field = type.getField(constant.name());
            var member = field.getAnnotation(Member.class);
            if (member == null || member.value() < 0) {
                throw new SchemaException(where + ": has no @Member of 0 or more");
            }
            var wireName = field.getAnnotation(WireName.class);
            numbers[index] = member.value();
            names[index] = wireName == null ? constant.name().toLowerCase(Locale.ROOT) : wireName.value();
        } catch (NoSuchFieldException e) {
            throw new SchemaException(where + ": no such field", e);
        }
        if (byNumber.put(numbers[index], constant) != null) {
            throw new SchemaException(where + ": @Member(" + numbers[index] + ") is used twice");
        }
        if (byName.put(names[index], constant) != null) {
            throw new SchemaException(where + ": the name '" + names[index] + "' is used twice");
        }
    }

    public Class<?> type() {
        return type;
    }

    /// In the order of their declaration.
    public List<Object> constants() {
        return constants;
    }

    /// The wire names in the same order, for people: the first sixteen where there are more.
    public String names() {
        var some = Arrays.stream(names).limit(MOST_NAMED).collect(joining(", "));
        return names.length > MOST_NAMED ? some + ", ..." : some;
    }

    public int numberOf(Object constant) {
        return numbers[index(constant)];
    }

    public String nameOf(Object constant) {
        return names[index(constant)];
    }

    public @Nullable Object byNumber(int number) {
        return byNumber.get(number);
    }

    public @Nullable Object byName(String name) {
        return byName.get(name);
    }

    @SuppressWarnings("EnumOrdinal") // The arrays were filled in this order, in this process; it goes nowhere else.
    private static int index(Object constant) {
        return ((Enum<?>) constant).ordinal();
    }
}
