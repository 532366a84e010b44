package dev.gatehouse.model.codec.proto;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.Unreadable;
import dev.gatehouse.model.schema.Schema;
import java.io.IOException;

/// Turns values of one type into protobuf's wire format and back, as the `.proto` of [ProtoSchema] says. The same value
/// always gives the same bytes: members in the order of their declaration, map entries in the order of their keys,
/// defaults left out where the member may not be absent.
///
/// Reading skips fields that it does not know, unless asked not to; it refuses wrong wire types, strings that are not
/// UTF-8, and messages nested deeper than 64, and never allocates more than a constant times the input.
///
/// Immutable; safe to use from any thread.
///
/// @param <T> a record or a sealed interface
public final class ProtoCodec<T> {

    /// Messages inside each other that are read.
    public static final int MAX_DEPTH = 64;

    private static final ClassValue<ProtoCodec<?>> SERVER = new ClassValue<>() {
        @Override
        protected ProtoCodec<?> computeValue(Class<?> type) {
            return new ProtoCodec<>(Schema.of(type), Audience.SERVER);
        }
    };
    private static final ClassValue<ProtoCodec<?>> CLIENT = new ClassValue<>() {
        @Override
        protected ProtoCodec<?> computeValue(Class<?> type) {
            return new ProtoCodec<>(Schema.of(type), Audience.CLIENT);
        }
    };

    private final Schema<T> schema;
    private final ProtoMessage root;

    /// How many bytes the last value took: a guess at the next, whichever thread made it.
    private int expected;

    private ProtoCodec(Schema<T> schema, Audience audience) {
        this.schema = schema;
        this.root = new ProtoTypes(audience).message(schema.shape());
    }

    /// The codec of this type, with its `@ServerOnly` members; the same one on every call.
    ///
    /// @throws dev.gatehouse.model.schema.SchemaException if the type cannot be encoded
    public static <T> ProtoCodec<T> of(Class<T> type) {
        return of(type, Audience.SERVER);
    }

    @SuppressWarnings("unchecked") // The codec of a type is stored under that type.
    private static <T> ProtoCodec<T> of(Class<T> type, Audience audience) {
        return (ProtoCodec<T>) (audience == Audience.SERVER ? SERVER : CLIENT).get(type);
    }

    /// The codec of the same type for this audience. What an audience does not see, it cannot send either.
    public ProtoCodec<T> withAudience(Audience audience) {
        return of(schema.type(), audience);
    }

    /// @throws IllegalArgumentException if the value holds null where it may not, JSON where bytes belong, or a sorted
    ///     collection that is not in ascending order
    public byte[] encode(T value) {
        var out = new ProtoOutput(expected);
        root.writeBody(value, out);
        expected = out.size();
        return out.toByteArray();
    }

    /// As [#encode].
    public ByteString encodeToByteString(T value) {
        // Nobody else holds the array.
        return UnsafeByteOperations.unsafeWrap(encode(value));
    }

    /// @throws DecodeException if the bytes are not one value of this type
    public T decode(byte[] bytes) throws DecodeException {
        return decodeAll(CodedInputStream.newInstance(bytes), false);
    }

    /// @throws DecodeException if the bytes are not one value of this type
    public T decode(ByteString bytes) throws DecodeException {
        return decodeAll(bytes.newCodedInput(), false);
    }

    /// As [#decode], and refuses fields that no member has and that are not retired: whoever reads this and writes it
    /// again loses nothing of it.
    ///
    /// @throws DecodeException if the bytes are not one value of this type, or hold more than it
    public T decodeWhole(ByteString bytes) throws DecodeException {
        return decodeAll(bytes.newCodedInput(), true);
    }

    /// Reads to the end of the stream, or of the limit that is set on it.
    ///
    /// @throws DecodeException if what is left is not one value of this type
    /// @throws IOException if the stream under it fails
    public T decode(CodedInputStream in) throws DecodeException, IOException {
        return decode(in, false);
    }

    @SuppressWarnings("unchecked") // The root reads values of its own type.
    private T decode(CodedInputStream in, boolean whole) throws DecodeException, IOException {
        try {
            return (T) root.readBody(new ProtoInput(in, whole));
        } catch (Unreadable e) {
            throw e.toDecodeException();
        } catch (InvalidProtocolBufferException e) {
            throw new DecodeException(DecodeException.Kind.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private T decodeAll(CodedInputStream in, boolean whole) throws DecodeException {
        try {
            return decode(in, whole);
        } catch (IOException e) {
            throw new IllegalStateException("an array cannot fail", e);
        }
    }
}
