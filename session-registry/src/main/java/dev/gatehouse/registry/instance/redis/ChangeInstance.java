package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.registry.instance.GameInstances.Change;
import dev.gatehouse.registry.instance.GameInstances.Stored;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.LinkTerm;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import dev.gatehouse.registry.redis.ScriptReply;
import java.time.Duration;
import java.util.List;

/// Stores the next of an instance.
final class ChangeInstance {

    private static final LuaScript SCRIPT = LuaScript.beside(ChangeInstance.class, "change-instance.lua");

    static ScriptCall<Change> call(Stored expected, InstanceRecord next, LinkTerm term, Duration ttl) {
        var arguments = new ScriptArguments()
                .add(expected.instance().state().name())
                .add(expected.version())
                .add(next.state().name())
                .add(InstanceBody.encode(next))
                .add(ttl);
        return new ScriptCall<>(
                SCRIPT,
                List.of(
                        RegistryKeys.instance(next.id()),
                        RegistryKeys.instanceLink(next.id()),
                        RegistryKeys.instanceHeard(next.id())),
                add(term, arguments),
                ChangeInstance::read);
    }

    private static ScriptArguments add(LinkTerm term, ScriptArguments arguments) {
        return switch (term) {
            case LinkTerm.Any _ -> arguments.add("any").add("").add(0).add("");
            case LinkTerm.Held(var link) ->
                arguments.add("held").add(link == null ? "" : link).add(0).add("");
            case LinkTerm.Taken(var link, var run, var lifetime) ->
                arguments.add("taken").add(link).add(lifetime).add(run == null ? "" : run);
        };
    }

    private static Change read(ScriptReply reply) {
        return switch ((int) reply.number(0)) {
            case 1 -> new Change.Done(reply.number(1));
            case 0 -> new Change.Overtaken();
            default -> new Change.NotSoLinked();
        };
    }

    private ChangeInstance() {}
}
