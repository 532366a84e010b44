package dev.gatehouse.model.player;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.schema.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A game's actions by their codes, checked when the game is loaded.
final class ActionCodes<M extends PlayerModel> {

    private final SortedMap<Integer, Class<? extends Action<M>>> types = new TreeMap<>();
    private final Set<Integer> retired = new TreeSet<>();

    private ActionCodes(Class<M> model) {
        var declared = model.getAnnotation(Model.class);
        if (declared != null) {
            Arrays.stream(declared.retiredActions()).forEach(retired::add);
        }
    }

    /// @throws IllegalArgumentException naming the action that does not fit
    /// @throws dev.gatehouse.model.schema.SchemaException naming the member that cannot be
    ///     encoded as it is declared
    static <M extends PlayerModel> ActionCodes<M> of(Class<M> model, List<Class<? extends Action<M>>> actions) {
        Schema.of(model);
        var codes = new ActionCodes<M>(model);
        for (var action : actions) {
            codes.add(model, action);
        }
        return codes;
    }

    private void add(Class<M> model, Class<? extends Action<M>> action) {
        int code = declaredCode(action);
        if (Stream.of(ActionKind.values()).noneMatch(kind -> kind.admits(action))) {
            throw new IllegalArgumentException(action.getName() + ": says not who may run it (expected: a"
                    + " ClientAction, SynchronizedServerAction or UnsynchronizedServerAction)");
        }
        var of = ActionTarget.of(action);
        if (of != model) {
            throw new IllegalArgumentException(
                    action.getName() + ": an action of " + name(of) + " (expected: of " + model.getName() + ")");
        }
        Schema.ofArguments(action);
        if (retired.contains(code)) {
            throw new IllegalArgumentException(action.getName() + ": code " + code + " is retired");
        }
        var taken = types.put(code, action);
        if (taken != null) {
            throw new IllegalArgumentException(action.getName() + ": code " + code + " is taken by " + taken.getName());
        }
    }

    private static int declaredCode(Class<?> action) {
        var code = action.getAnnotation(ActionCode.class);
        if (code == null || code.value() < 1) {
            throw new IllegalArgumentException(action.getName() + ": has no code (expected: @ActionCode of 1 or more)");
        }
        return code.value();
    }

    private static String name(@Nullable Class<?> type) {
        return type == null ? "an unknown model" : type.getName();
    }

    SequencedCollection<Class<? extends Action<M>>> types() {
        return List.copyOf(types.values());
    }

    boolean knows(int code, ActionKind kind) {
        var type = types.get(code);
        return type != null && kind.admits(type);
    }

    int codeOf(Action<M> action) {
        int code = declaredCode(action.getClass());
        if (types.get(code) != action.getClass()) {
            throw new IllegalArgumentException(action.getClass().getName() + ": not an action of this game");
        }
        return code;
    }

    Class<? extends Action<M>> typeOf(int code, ActionKind kind) throws DecodeException {
        var type = types.get(code);
        if (type == null) {
            throw new DecodeException(
                    DecodeException.Kind.MALFORMED, "code: " + code + " (expected: an action of this game)");
        }
        if (!kind.admits(type)) {
            throw new DecodeException(
                    DecodeException.Kind.MALFORMED,
                    "code: " + code + " (expected: an action that may run as " + kind + ")");
        }
        return type;
    }
}
