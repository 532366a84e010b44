package dev.gatehouse.instance.partner.web;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
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

/// Reads one of several messages strictly: an argument that is unknown, missing or twice there is refused by name,
/// and so is what is unknown deeper in it, where the codec alone would pass over it. A mistake of a partner shows at
/// once instead of as a silent default.
public final class StrictReader<T> {

    private static final int MAX_SHOWN_NAME = 40;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonCodec<T> codec;
    private final Map<String, Arguments> byType;

    /// @param required those that may not be absent; how many of a list there must be, its message says
    private record Arguments(Set<String> known, Set<String> required) {}

    /// What was read.
    public sealed interface Read<T> {

        record Message<T>(T message) implements Read<T> {}

        /// @param id the message's, as far as it could be read; empty otherwise
        /// @param detail what is wrong; empty where the error says it all
        record Unreadable<T>(String id, PartnerError why, String detail) implements Read<T> {}
    }

    /// @param type sealed; its cases are the messages
    public StrictReader(Class<T> type) {
        this.codec = JsonCodec.ofOrder(type);
        this.byType = argumentsByType(type);
    }

    public Read<T> read(String text) {
        return read(text, _ -> null);
    }

    /// @param demand names what is wrong with an object, whatever its type; null where nothing is
    Read<T> read(String text, Demand demand) {
        JsonNode tree;
        try {
            tree = JSON.readTree(text);
        } catch (JacksonException e) {
            return new Read.Unreadable<>("", PartnerError.MALFORMED, "");
        }
        if (!tree.isObject()) {
            return new Read.Unreadable<>("", PartnerError.MALFORMED, "");
        }
        var unmet = demand.unmetBy(tree);
        if (unmet != null) {
            return new Read.Unreadable<>("", PartnerError.INVALID_ARGUMENT, unmet);
        }
        return read(text, tree);
    }

    /// What must hold of every message.
    interface Demand {
        @Nullable
        String unmetBy(JsonNode tree);
    }

    private Read<T> read(String text, JsonNode tree) {
        var id = text(tree, "id");
        var arguments = byType.get(text(tree, "type"));
        if (arguments == null) {
            return new Read.Unreadable<>(id, PartnerError.UNKNOWN_REQUEST, "");
        }
        var wrong = wrong(tree, arguments);
        if (wrong != null) {
            return new Read.Unreadable<>(id, PartnerError.INVALID_ARGUMENT, wrong);
        }
        try {
            return new Read.Message<>(codec.decode(text));
        } catch (DecodeException e) {
            return new Read.Unreadable<>(id, PartnerError.INVALID_ARGUMENT, String.valueOf(e.getMessage()));
        }
    }

    static String text(JsonNode tree, String name) {
        var value = tree.get(name);
        return value != null && value.isString() ? value.stringValue() : "";
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

    /// A stranger's name, short and harmless enough for an answer.
    public static String printable(String name) {
        return name.substring(0, Math.min(name.length(), MAX_SHOWN_NAME)).replaceAll("[^\\p{Alnum}_-]", "?");
    }

    private static Map<String, Arguments> argumentsByType(Class<?> sealed) {
        var byType = new LinkedHashMap<String, Arguments>();
        for (Class<?> type : sealed.getPermittedSubclasses()) {
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
}
