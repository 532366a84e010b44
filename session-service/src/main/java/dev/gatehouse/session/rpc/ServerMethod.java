package dev.gatehouse.session.rpc;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonSignature;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.Caller;
import dev.gatehouse.model.servercode.Reply;
import dev.gatehouse.model.servercode.ServerRpc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One method that clients may call. Everything that reflection has to find out is found out once.
final class ServerMethod {

    private final String name;
    private final ServerRpc marked;
    private final boolean wantsCaller;
    private final JsonSignature signature;

    /// Takes all arguments as one array.
    private final MethodHandle target;

    /// What a call came to.
    sealed interface Outcome {

        record Value(JsonText value) implements Outcome {}

        record Refused(CallError error) implements Outcome {}
    }

    /// @throws IllegalArgumentException if it cannot be called by clients as it is declared
    ServerMethod(String name, ServerRpc marked, Object owner, Method method) {
        this.name = name;
        this.marked = marked;
        var parameters = method.getParameters();
        this.wantsCaller = parameters.length > 0 && parameters[0].getType() == Caller.class;
        var bound = Arrays.stream(parameters)
                .skip(wantsCaller ? 1 : 0)
                .map(parameter -> parameter(name, parameter))
                .toList();
        this.signature = JsonSignature.of(name, bound, resultOf(name, method));
        this.target = handle(name, owner, method, parameters.length);
    }

    private static JsonSignature.Parameter parameter(String where, Parameter parameter) {
        if (!parameter.isNamePresent()) {
            throw new IllegalArgumentException(where + ": its parameters have no names (expected: -parameters)");
        }
        boolean optional = parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new JsonSignature.Parameter(parameter.getName(), parameter.getParameterizedType(), optional);
    }

    private static @Nullable Type resultOf(String where, Method method) {
        var type = method.getGenericReturnType();
        if (type == void.class) {
            return null;
        }
        if (method.getReturnType() != Reply.class) {
            return type;
        }
        if (!(type instanceof ParameterizedType reply)) {
            throw new IllegalArgumentException(where + ": Reply (expected: Reply of a type)");
        }
        var value = reply.getActualTypeArguments()[0];
        return value == Void.class ? null : value;
    }

    private static MethodHandle handle(String where, Object owner, Method method, int parameters) {
        try {
            return MethodHandles.publicLookup().unreflect(method).bindTo(owner).asSpreader(Object[].class, parameters);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(where + ": cannot be called (expected: a public class)", e);
        }
    }

    String name() {
        return name;
    }

    boolean isSerial() {
        return marked.serial();
    }

    boolean admits(Caller caller) {
        return caller.isAuthenticated() || marked.admitsUnauthenticated();
    }

    /// The arguments as the method takes them.
    ///
    /// @throws DecodeException if they do not fit; the message begins with the member's name
    @Nullable
    Object[] bind(Caller caller, JsonText args) throws DecodeException {
        var values = signature.read(args);
        if (!wantsCaller) {
            return values;
        }
        var all = new @Nullable Object[values.length + 1];
        all[0] = caller;
        System.arraycopy(values, 0, all, 1, values.length);
        return all;
    }

    /// Runs the game's code, on a thread that may block.
    ///
    /// @throws Throwable whatever the game's code throws
    @SuppressWarnings("NullAway") // The handle gives back null for void, and optional arguments may be null.
    Outcome run(@Nullable Object[] arguments) throws Throwable {
        Object result = target.invoke(arguments);
        return switch (result) {
            case Reply.Value<?>(var value) -> new Outcome.Value(signature.write(value));
            case Reply.Refused<?>(var error) -> new Outcome.Refused(error);
            case null -> new Outcome.Value(signature.write(null));
            default -> new Outcome.Value(signature.write(result));
        };
    }

    static List<Method> declaredBy(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .toList();
    }
}
