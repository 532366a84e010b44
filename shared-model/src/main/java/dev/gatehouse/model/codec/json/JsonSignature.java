package dev.gatehouse.model.codec.json;

import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.HiddenMembers;
import dev.gatehouse.model.codec.Unreadable;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Schema;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/// The parameters and the result of a method as JSON: arguments are an object with a member for each
/// parameter.
///
/// Reading is strict: a member that no parameter or record knows, one that is missing and may not be,
/// and one of another type are refused, and the refusal names it. Otherwise values are as [JsonCodec]
/// has them. Immutable; safe to use from any thread.
public final class JsonSignature {

    private static final JsonText NULL = new JsonText("null");

    private final List<Slot> slots;
    private final Map<String, Integer> byName = new HashMap<>();
    private final @Nullable JsonType result;

    /// @param type anything that a member of a record may be
    /// @param optional whether it may be missing or null
    public record Parameter(String name, Type type, boolean optional) {}

    private record Slot(String name, JsonType type, boolean optional) {}

    private JsonSignature(List<Slot> slots, @Nullable JsonType result) {
        this.slots = slots;
        this.result = result;
        for (int i = 0; i < slots.size(); i++) {
            byName.put(slots.get(i).name(), i);
        }
    }

    /// @param where names the method for a refusal
    /// @param result absent for a method that gives nothing back
    /// @throws dev.gatehouse.model.schema.SchemaException if a parameter or the result cannot be
    ///     encoded, something in a parameter is `@ServerOnly`, or something in the result is so
    ///     without an absent value
    public static JsonSignature of(String where, List<Parameter> parameters, @Nullable Type result) {
        var types = new JsonTypes(Audience.SERVER, Strictness.COMPLETE);
        var slots = new ArrayList<Slot>();
        for (var parameter : parameters) {
            var shape = Schema.parameterOf(where + "." + parameter.name(), parameter.type());
            slots.add(new Slot(parameter.name(), types.of(shape), parameter.optional()));
        }
        return new JsonSignature(List.copyOf(slots), result == null ? null : answer(where + " (its result)", result));
    }

    /// A player gets the answer: what only the server knows is not in it.
    private static JsonType answer(String where, Type result) {
        HiddenMembers.check(Schema.shapesOf(where, result));
        return new JsonTypes(Audience.CLIENT).of(Schema.shapeOf(where, result));
    }

    /// The arguments in the order of the parameters, null where an optional one is absent.
    ///
    /// @throws DecodeException if they do not fit; the message begins with the member's name
    public @Nullable Object[] read(JsonText arguments) throws DecodeException {
        try (var in = new JsonInput(arguments.text().toCharArray())) {
            in.next();
            in.expect(JsonToken.START_OBJECT, "an object");
            var values = new @Nullable Object[slots.size()];
            for (var name = in.nextName(); name != null; name = in.nextName()) {
                var index = byName.get(name);
                if (index == null) {
                    throw Unreadable.unknown(name);
                }
                values[index] = read(slots.get(index), in);
            }
            in.expectEnd();
            refuseMissing(values);
            return values;
        } catch (Unreadable e) {
            throw e.toDecodeException();
        }
    }

    private static @Nullable Object read(Slot slot, JsonInput in) {
        try {
            boolean isNull = in.next() == JsonToken.VALUE_NULL;
            if (isNull && slot.optional()) {
                return null;
            }
            if (isNull && !slot.type().takesNull()) {
                throw Unreadable.malformed("missing");
            }
            return slot.type().read(in);
        } catch (Unreadable e) {
            throw e.in(slot.name());
        }
    }

    private void refuseMissing(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && !slots.get(i).optional()) {
                throw Unreadable.malformed("missing").in(slots.get(i).name());
            }
        }
    }

    /// What the method gave back, without `@ServerOnly` members; `null` for nothing.
    ///
    /// @throws IllegalArgumentException if the value holds null where it may not
    public JsonText write(@Nullable Object value) {
        return value == null || result == null ? NULL : new JsonText(JsonCodec.text(result, value));
    }
}
