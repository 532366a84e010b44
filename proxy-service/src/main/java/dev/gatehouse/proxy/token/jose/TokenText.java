package dev.gatehouse.proxy.token.jose;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A token that was taken apart, and of which nothing is known to be true yet. Its two JSON objects are read strictly:
/// of two readers of a sloppy one, each may see something else.
///
/// @param jwt for its signature and the names of its key and algorithm
record TokenText(SignedJWT jwt, JsonNode header, JsonNode claims) {

    private static final Pattern THREE_PARTS = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final int MAX_DEPTH = 8;
    private static final int MAX_DIGITS = 32;
    private static final int MAX_NAME = 256;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_DIGITS)
                            .maxNameLength(MAX_NAME)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// @throws ParseException if it is no signed token, without quoting it
    static TokenText of(String token) throws ParseException {
        if (!THREE_PARTS.matcher(token).matches()) {
            throw new ParseException("not three parts", 0);
        }
        var parts = token.split("\\.", -1);
        var header = objectOf(parts[0]);
        var claims = objectOf(parts[1]);
        return new TokenText(SignedJWT.parse(token), header, claims);
    }

    /// Whether it asks to be understood in a way that nobody here does (RFC 7515, 4.1.11; RFC 7797).
    boolean asksForMore() {
        return header.has("crit") || header.has("b64");
    }

    private static JsonNode objectOf(String part) throws ParseException {
        try {
            var node = JSON.readTree(Base64URL.from(part).decode());
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            // Falls through: its message quotes the token.
        }
        throw new ParseException("not a JSON object", 0);
    }

    /// Leaves out what must not be in a log.
    @Override
    public String toString() {
        return "TokenText[]";
    }
}
