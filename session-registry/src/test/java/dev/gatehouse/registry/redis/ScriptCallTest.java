package dev.gatehouse.registry.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptCallTest {

    private static final GameId GAME = new GameId("goldrush");
    private static final LuaScript SCRIPT = LuaScript.beside(PingRegistry.class, "ping-registry.lua");

    @Test
    void refusesKeysThatAClusterMayKeepApart() {
        var alice = new PlayerKey(GAME, new PlayerId("alice"));
        var bob = new PlayerKey(GAME, new PlayerId("bob"));

        assertThatThrownBy(() -> call(List.of(RegistryKeys.lease(alice), RegistryKeys.journal(bob))))
                .hasMessageContaining("expected: one hash tag");
    }

    @Test
    void refusesAKeyWithoutATag() {
        assertThatThrownBy(() -> call(List.of("gh:plain"))).hasMessage("key: gh:plain (expected: a hash tag)");
    }

    @Test
    void refusesToRunOnNoKey() {
        assertThatThrownBy(() -> call(List.of())).hasMessage("ping-registry.lua: no key (expected: >= 1)");
    }

    @Test
    void refusesATimeToLiveThatRedisWouldRefuse() {
        assertThatThrownBy(() -> new ScriptArguments().add(Duration.ofNanos(1)))
                .hasMessageContaining("(expected: >= 1 ms)");
    }

    @Test
    void missesAScriptThatIsNotThere() {
        assertThatThrownBy(() -> LuaScript.beside(PingRegistry.class, "no-such.lua"))
                .hasMessage("no-such.lua: no such script beside dev.gatehouse.registry.redis.PingRegistry");
    }

    @Test
    void givesNoTwoThingsTheSameKey() {
        var oddGame = new GameId("a:b|c");

        assertThat(RegistryKeys.lease(new PlayerKey(oddGame, new PlayerId("d"))))
                .isEqualTo("gh:{p:a:b|c/d}:lease")
                .isNotEqualTo(RegistryKeys.lease(new PlayerKey(new GameId("a"), new PlayerId("b|c:d"))));
        assertThat(RegistryKeys.deviceSessions(GAME, new DeviceKey("x")))
                .isEqualTo("gh:{d:goldrush/x}:sessions")
                .isNotEqualTo(RegistryKeys.guest(GAME, new DeviceKey("x")));
    }

    private static ScriptCall<Long> call(List<String> keys) {
        return new ScriptCall<>(SCRIPT, keys, new ScriptArguments(), reply -> reply.number(0));
    }
}
