package dev.gatehouse.model.codec.json;

import dev.gatehouse.model.codec.Unreadable;
import dev.gatehouse.model.schema.UnionShape;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// Reads one JSON text token by token and refuses what is doubtful: duplicate names, deep nesting, text after the end.
/// Its refusals name the place, never the text that is there.
final class JsonInput implements AutoCloseable {

    private static final int MAX_NUMBER_LENGTH = 64;
    /// How much of the input may be looked at again, in lengths of the input, to find a `type` that is not first.
    private static final int MAX_LOOKS_AHEAD = 4;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonCodec.MAX_DEPTH)
                    .maxStringLength(JsonCodec.MAX_STRING_LENGTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .maxNameLength(JsonCodec.MAX_NAME_LENGTH)
                    .build())
            .build();

    private final char[] text;
    private final JsonParser parser;
    private long lookedAhead;

    /// Stands before the first token.
    JsonInput(char[] text) {
        this.text = text;
        this.parser = FACTORY.createParser(ObjectReadContext.empty(), text, 0, text.length);
    }

    static char[] decode(byte[] utf8) {
        try {
            var decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
            var text = new char[decoded.remaining()];
            decoded.get(text);
            return text;
        } catch (CharacterCodingException e) {
            throw Unreadable.malformed("not UTF-8");
        }
    }

    /// The current token; null before the first.
    @Nullable
    JsonToken token() {
        return parser.currentToken();
    }

    @Nullable
    JsonToken next() {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /// The name of the object's next member, or null at its end. Stands on the name.
    @Nullable
    String nextName() {
        try {
            return parser.nextName();
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    void expect(JsonToken wanted, String what) {
        if (parser.currentToken() != wanted) {
            throw Unreadable.malformed("not " + what);
        }
    }

    /// Nothing but white space may follow.
    void expectEnd() {
        if (next() != null) {
            throw Unreadable.malformed("more than one value");
        }
    }

    /// The current string.
    String string() {
        expect(JsonToken.VALUE_STRING, "a string");
        return wellFormed();
    }

    /// The current string or name must be.
    void checkWellFormed() {
        var _ = wellFormed();
    }

    /// The current string or name.
    private String wellFormed() {
        try {
            var text = parser.getString();
            if (!JsonTexts.isWellFormed(text)) {
                throw Unreadable.malformed("half of a surrogate pair");
            }
            return text;
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    int intNumber() {
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        try {
            return parser.getIntValue();
        } catch (JacksonException e) {
            throw Unreadable.malformed("out of range (expected: 32 bits)");
        }
    }

    long longNumber() {
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        try {
            return parser.getLongValue();
        } catch (JacksonException e) {
            throw Unreadable.malformed("out of range (expected: 64 bits)");
        }
    }

    double doubleNumber() {
        if (token() != JsonToken.VALUE_NUMBER_INT) {
            expect(JsonToken.VALUE_NUMBER_FLOAT, "a number");
        }
        try {
            return parser.getDoubleValue();
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    float floatNumber() {
        if (token() != JsonToken.VALUE_NUMBER_INT) {
            expect(JsonToken.VALUE_NUMBER_FLOAT, "a number");
        }
        try {
            return parser.getFloatValue();
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /// Passes the current value, with all that is in it.
    void skip() {
        try {
            parser.skipChildren();
            parser.finishToken();
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /// Passes the current value and gives it as it is written.
    String raw() {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        skip();
        int end = (int) parser.currentLocation().getCharOffset();
        return new String(text, start, end - start);
    }

    /// Looks for the `type` of the object that starts at this character, without moving on.
    String findType(int start) {
        try (var ahead = FACTORY.createParser(ObjectReadContext.empty(), text, start, text.length - start)) {
            ahead.nextToken();
            for (var name = ahead.nextName(); name != null; name = ahead.nextName()) {
                var value = ahead.nextToken();
                if (name.equals(UnionShape.TYPE)) {
                    count(ahead);
                    if (value != JsonToken.VALUE_STRING) {
                        throw Unreadable.malformed("not a string").in(UnionShape.TYPE);
                    }
                    return ahead.getString();
                }
                ahead.skipChildren();
            }
            throw Unreadable.malformed("has no type");
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /// Objects inside objects that all have their type last would otherwise cost the square of the input.
    private void count(JsonParser ahead) {
        lookedAhead += ahead.currentLocation().getCharOffset();
        if (lookedAhead > (long) MAX_LOOKS_AHEAD * text.length) {
            throw Unreadable.malformed("type is not first in too many objects");
        }
    }

    /// Where the current token starts.
    int offset() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private static Unreadable malformed(JacksonException e) {
        var what = e instanceof StreamConstraintsException ? "JSON beyond its limits" : "not strict JSON";
        var location = e.getLocation();
        boolean known = location != null && location.getCharOffset() >= 0;
        return Unreadable.malformed(known ? what + " at character " + location.getCharOffset() : what);
    }

    @Override
    public void close() {
        parser.close();
    }
}
