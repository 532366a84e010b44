package dev.gatehouse.instance.partner.web;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.JsonCodec;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.schema.Case;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads requests strictly: an argument that is unknown, missing or twice there is refused by name, where the
/// codec alone would pass over it. A mistake in a game server shows at once instead of as a silent default.
public final class RequestReader {

    private static final JsonCodec<GameServerRequest> CODEC = JsonCodec.of(GameServerRequest.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Map<String, Arguments> BY_TYPE = argumentsByType();

    /// @param required those that may not be absent; how many of a list there must be, its request says
    private record Arguments(Set<String> known, Set<String> required) {}

    /// What was read.
    public sealed interface Read {
        record Request(GameServerRequest request) implements Read {}

        /// @param id the request's, as far as it could be read
        record Unreadable(String id, Failure why) implements Read {}
    }

    public static Read read(String text) {
        JsonNode tree;
        try {
            tree = JSON.readTree(text);
        } catch (JacksonException e) {
            return refused("", PartnerError.MALFORMED, "");
        }
        if (!tree.isObject()) {
            return refused("", PartnerError.MALFORMED, "");
        }
        var id = text(tree, "id");
        if (id.isEmpty() || id.length() > GameServerRequest.MAX_ID_LENGTH) {
            return refused("", PartnerError.INVALID_ARGUMENT, "id");
        }
        var arguments = BY_TYPE.get(text(tree, "type"));
        if (arguments == null) {
            return refused(id, PartnerError.UNKNOWN_REQUEST, "");
        }
        var wrong = wrong(tree, arguments);
        if (wrong != null) {
            return refused(id, PartnerError.INVALID_ARGUMENT, wrong);
        }
        try {
            return new Read.Request(CODEC.decode(text));
        } catch (DecodeException e) {
            return refused(id, PartnerError.INVALID_ARGUMENT, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String wrong(JsonNode tree, Arguments arguments) {
        var given = new TreeSet<>(tree.propertyNames());
        given.remove("type");
        for (String name : given) {
            if (!arguments.known().contains(name)) {
                return "unknown: " + printable(name);
            }
        }
        for (String name : arguments.required()) {
            if (!tree.hasNonNull(name)) {
                return "missing: " + name;
            }
        }
        return null;
    }

    private static Read.Unreadable refused(String id, PartnerError error, String detail) {
        var message = detail.isEmpty() ? error.message() : error.message() + " (" + detail + ")";
        return new Read.Unreadable(id, new Failure(error.code(), message, error.retryable()));
    }

    private static String text(JsonNode tree, String name) {
        var value = tree.get(name);
        return value != null && value.isString() ? value.stringValue() : "";
    }

    /// A stranger's name, short and harmless enough for an answer.
    private static String printable(String name) {
        return name.substring(0, Math.min(name.length(), 40)).replaceAll("[^\\p{Alnum}_-]", "?");
    }

    private static Map<String, Arguments> argumentsByType() {
        var byType = new LinkedHashMap<String, Arguments>();
        for (Class<?> type : GameServerRequest.class.getPermittedSubclasses()) {
            var known = new LinkedHashSet<String>();
            var required = new LinkedHashSet<String>();
            for (RecordComponent component : type.getRecordComponents()) {
                known.add(component.getName());
                if (!isOptional(component)) {
                    required.add(component.getName());
                }
            }
            byType.put(type.getAnnotation(Case.class).name(), new Arguments(known, required));
        }
        return Map.copyOf(byType);
    }

    private static boolean isOptional(RecordComponent component) {
        return Collection.class.isAssignableFrom(component.getType())
                || Arrays.stream(component.getAnnotatedType().getAnnotations()).anyMatch(Nullable.class::isInstance);
    }

    private RequestReader() {}
}
