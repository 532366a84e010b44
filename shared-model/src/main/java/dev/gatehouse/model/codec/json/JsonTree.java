package dev.gatehouse.model.codec.json;

import dev.gatehouse.model.codec.Unreadable;
import dev.gatehouse.model.schema.JsonText;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// JSON values that can be changed: objects as maps, arrays as lists, strings as strings, and numbers, booleans and
/// null as the text that they are.
public final class JsonTree {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    public static Map<String, Object> object() {
        return new LinkedHashMap<>();
    }

    public static Object read(JsonText text) {
        try (var in = new JsonInput(text.text().toCharArray())) {
            in.next();
            var value = value(in);
            in.expectEnd();
            return value;
        }
    }

    private static Object value(JsonInput in) {
        var token = in.token();
        if (token == JsonToken.START_OBJECT) {
            var object = object();
            for (var name = in.nextName(); name != null; name = in.nextName()) {
                in.next();
                object.put(name, value(in));
            }
            return object;
        }
        if (token == JsonToken.START_ARRAY) {
            var array = new ArrayList<Object>();
            while (in.next() != JsonToken.END_ARRAY) {
                array.add(value(in));
            }
            return array;
        }
        return token == JsonToken.VALUE_STRING ? in.string() : new JsonText(in.raw());
    }

    public static JsonText write(Object value) {
        var text = new StringWriter();
        try (var out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(value, out);
        }
        return new JsonText(text.toString());
    }

    private static void write(Object value, JsonGenerator out) {
        switch (value) {
            case Map<?, ?> object -> {
                out.writeStartObject();
                object.forEach((name, each) -> {
                    out.writeName((String) name);
                    write(each, out);
                });
                out.writeEndObject();
            }
            case List<?> array -> {
                out.writeStartArray();
                array.forEach(each -> write(each, out));
                out.writeEndArray();
            }
            case String string -> out.writeString(string);
            case JsonText text -> out.writeRawValue(text.text());
            default -> throw new IllegalStateException("no JSON: " + value.getClass());
        }
    }

    /// A copy that shares nothing.
    public static Object copy(Object value) {
        return switch (value) {
            case Map<?, ?> object -> {
                var copy = object();
                object.forEach((name, each) -> copy.put((String) name, copy(each)));
                yield copy;
            }
            case List<?> array -> {
                var copy = new ArrayList<Object>();
                array.forEach(each -> copy.add(copy(each)));
                yield copy;
            }
            default -> value;
        };
    }

    /// How many characters a value takes, about: those of its names, strings, numbers and words, and one more for each
    /// value in it. More than `most` are not counted to the end.
    public static int size(Object value, int most) {
        int size = 1 + ownCharacters(value);
        for (Object part : parts(value)) {
            if (size > most) {
                return size;
            }
            size += size(part, most - size);
        }
        return size;
    }

    private static int ownCharacters(Object value) {
        return switch (value) {
            case Map<?, ?> object ->
                object.keySet().stream()
                        .mapToInt(name -> ((String) name).length())
                        .sum();
            case String string -> string.length();
            case JsonText text -> text.text().length();
            default -> 0;
        };
    }

    private static Collection<?> parts(Object value) {
        return switch (value) {
            case Map<?, ?> object -> object.values();
            case List<?> array -> array;
            default -> List.of();
        };
    }

    /// @throws Unreadable for a value that is nested deeper than any reader goes
    public static void checkDepth(Object value) {
        checkDepth(value, 1);
    }

    private static void checkDepth(Object value, int depth) {
        boolean isLeaf = !(value instanceof Map<?, ?> || value instanceof List<?>);
        if (isLeaf) {
            return;
        }
        if (depth > JsonCodec.MAX_DEPTH) {
            throw Unreadable.malformed("nested deeper than " + JsonCodec.MAX_DEPTH);
        }
        parts(value).forEach(part -> checkDepth(part, depth + 1));
    }

    private JsonTree() {}
}
