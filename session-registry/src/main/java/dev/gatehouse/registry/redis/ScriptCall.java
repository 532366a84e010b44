package dev.gatehouse.registry.redis;

import java.util.List;
import java.util.function.Function;

/// One run of a script: on which keys, with what, and how its reply is read.
///
/// @param keys at least one, all of one hash tag
/// @param answer reads the reply; runs on the client's thread and must not block
public record ScriptCall<T>(
        LuaScript script, List<String> keys, ScriptArguments arguments, Function<ScriptReply, T> answer) {

    public ScriptCall {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException(script + ": no key (expected: >= 1)");
        }
        var tag = RegistryKeys.tagOf(keys.getFirst());
        if (!keys.stream().allMatch(key -> RegistryKeys.tagOf(key).equals(tag))) {
            throw new IllegalArgumentException(script + ": " + keys + " (expected: one hash tag)");
        }
    }
}
