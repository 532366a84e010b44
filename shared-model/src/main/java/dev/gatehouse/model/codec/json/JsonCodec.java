package dev.gatehouse.model.codec.json;

import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.Unreadable;
import dev.gatehouse.model.schema.Schema;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Turns values of one type into JSON and back. A record is an object, its members named as its components; a union is
/// an object with `"type"`. 64-bit numbers are plain numbers, bytes are base64, times are milliseconds, sorted maps are
/// objects.
///
/// Absent members are left out, except in messages: a union that is the whole value, or stands flat in it, writes
/// every member of its own, `null` where it is absent, so that a reader sees the whole message. Reading takes a
/// missing member and `null` for the same, skips members that it does not know, and is strict about the rest:
/// duplicate names, nesting over 64, strings over 4 Mi characters, numbers out of range, half surrogate pairs and
/// text after the value are refused.
///
/// Immutable; safe to use from any thread.
///
/// @param <T> a record or a sealed interface
public final class JsonCodec<T> {

    /// Objects and arrays inside each other that are read.
    public static final int MAX_DEPTH = 64;
    /// Characters in one string.
    public static final int MAX_STRING_LENGTH = 4 << 20;
    /// Characters in the name of a member.
    public static final int MAX_NAME_LENGTH = 1024;

    private static final JsonFactory FACTORY = JsonFactory.builder().build();
    private static final ClassValue<JsonCodec<?>> SERVER = new ClassValue<>() {
        @Override
        protected JsonCodec<?> computeValue(Class<?> type) {
            return new JsonCodec<>(Schema.of(type), Audience.SERVER, Strictness.LENIENT);
        }
    };
    private static final ClassValue<JsonCodec<?>> CLIENT = new ClassValue<>() {
        @Override
        protected JsonCodec<?> computeValue(Class<?> type) {
            return new JsonCodec<>(Schema.of(type), Audience.CLIENT, Strictness.LENIENT);
        }
    };

    private final Schema<T> schema;
    private final JsonType root;

    private JsonCodec(Schema<T> schema, Audience audience, Strictness strictness) {
        this.schema = schema;
        this.root = new JsonTypes(audience, strictness).of(schema.shape());
    }

    /// The codec of this type, with its `@ServerOnly` members; the same one on every call.
    ///
    /// @throws dev.gatehouse.model.schema.SchemaException if the type cannot be encoded
    public static <T> JsonCodec<T> of(Class<T> type) {
        return of(type, Audience.SERVER);
    }

    /// A codec of this type that refuses a member which it does not know, and names it: for an order, where what it was
    /// meant to say would not be carried out. A new one on every call; to be kept.
    ///
    /// @throws dev.gatehouse.model.schema.SchemaException if the type cannot be encoded
    public static <T> JsonCodec<T> ofOrder(Class<T> type) {
        return new JsonCodec<>(Schema.of(type), Audience.SERVER, Strictness.KNOWN);
    }

    @SuppressWarnings("unchecked") // The codec of a type is stored under that type.
    private static <T> JsonCodec<T> of(Class<T> type, Audience audience) {
        return (JsonCodec<T>) (audience == Audience.SERVER ? SERVER : CLIENT).get(type);
    }

    /// The codec of the same type for this audience. What an audience does not see, it cannot send either.
    public JsonCodec<T> withAudience(Audience audience) {
        return of(schema.type(), audience);
    }

    /// @throws IllegalArgumentException if the value holds null where it may not, or bytes of another encoding
    public String encode(T value) {
        var text = new StringWriter();
        try (var out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(value, out);
        }
        return text.toString();
    }

    /// @throws IllegalArgumentException if the value holds null where it may not, or bytes of another encoding
    public byte[] encodeToUtf8(T value) {
        var bytes = new ByteArrayOutputStream();
        try (var out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            write(value, out);
        }
        return bytes.toByteArray();
    }

    /// A value that is only a part of something.
    static String text(JsonType type, Object value) {
        var text = new StringWriter();
        try (var out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            type.write(value, out);
        }
        return text.toString();
    }

    private void write(T value, JsonGenerator out) {
        if (root instanceof JsonUnion union) {
            out.writeStartObject();
            union.writeMembers(value, out, () -> {}, true);
            out.writeEndObject();
        } else {
            root.write(value, out);
        }
    }

    /// @throws DecodeException if the text is not one strict JSON value of this type
    public T decode(String text) throws DecodeException {
        try {
            return read(text.toCharArray());
        } catch (Unreadable e) {
            throw e.toDecodeException();
        }
    }

    /// @param utf8 without a byte order mark
    /// @throws DecodeException if the text is not one strict JSON value of this type, or not UTF-8
    public T decode(byte[] utf8) throws DecodeException {
        try {
            return read(JsonInput.decode(utf8));
        } catch (Unreadable e) {
            throw e.toDecodeException();
        }
    }

    @SuppressWarnings("unchecked") // The root reads values of its own type.
    private T read(char[] text) {
        try (var in = new JsonInput(text)) {
            in.next();
            var value = root.read(in);
            in.expectEnd();
            return (T) value;
        }
    }
}
