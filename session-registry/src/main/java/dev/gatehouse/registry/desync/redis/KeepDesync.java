package dev.gatehouse.registry.desync.redis;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.desync.DesyncBundles;
import dev.gatehouse.registry.desync.KeptBundle;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Keeps one bundle, and forgets the oldest where there are too many.
final class KeepDesync {

    private static final LuaScript SCRIPT = LuaScript.beside(KeepDesync.class, "keep-desync.lua");

    /// @return how many are kept
    static ScriptCall<Long> call(PlayerKey player, KeptBundle bundle) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.desyncs(player)),
                new ScriptArguments()
                        .add(bundle.id())
                        .add(bundle.bytes())
                        .add(DesyncBundles.MOST_KEPT)
                        .add(DesyncBundles.KEPT_FOR),
                reply -> reply.number(0));
    }

    private KeepDesync() {}
}
