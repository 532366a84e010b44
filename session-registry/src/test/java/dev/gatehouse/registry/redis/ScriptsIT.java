package dev.gatehouse.registry.redis;

import static dev.gatehouse.registry.LocalLine.line;
import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.localredis.LocalRedis;
import dev.gatehouse.localredis.RedisOptions;
import dev.gatehouse.localredis.process.Signal;
import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.testing.RedisExtension;
import io.lettuce.core.RedisCommandExecutionException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(RedisExtension.class)
class ScriptsIT {

    private static final String KEY = "gh:{nodes}:test";
    private static final Duration QUICK = Duration.ofMillis(300);

    @TempDir
    Path folder;

    @Test
    void sendsTheTextWhereTheNodeDoesNotKnowTheScript() throws Exception {
        INSIDE.scriptFlush();
        var calls = new ArrayList<ScriptCall<Long>>();
        for (var i = 0; i < 100; i++) {
            calls.add(counting());
        }

        var answers = new ArrayList<Long>();
        for (var answer : SCRIPTS.runAll(calls)) {
            answers.add(answer(answer));
        }

        assertThat(answers).hasSize(100).isSorted().doesNotHaveDuplicates();
        assertThat(INSIDE.scriptExists(counting().script().sha1())).containsExactly(true);
    }

    @Test
    void passesOnWhatAScriptRefuses() {
        assertThatThrownBy(() -> answer(SCRIPTS.run(call("refuses.lua", reply -> reply.number(0)))))
                .hasCauseInstanceOf(RedisCommandExecutionException.class)
                .hasMessageContaining("MISPLACED on purpose");
    }

    @Test
    void failsOneCallOfAPipelineAndNotTheOthers() throws Exception {
        var answers = SCRIPTS.runAll(List.of(counting(), call("refuses.lua", reply -> reply.number(0)), counting()));

        assertThat(answer(answers.get(0))).isEqualTo(1);
        assertThatThrownBy(() -> answer(answers.get(1))).hasMessageContaining("MISPLACED");
        assertThat(answer(answers.get(2))).isEqualTo(2);
    }

    @Test
    void takesAReplyOfAnotherKindForABug() {
        assertThatThrownBy(() -> answer(SCRIPTS.run(call("counts.lua", reply -> reply.text(0)))))
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("(expected: byte[])");
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        var scripts = new Scripts(line(LocalRedis.freePort()), QUICK);

        assertUnavailable(scripts.run(counting()));
    }

    @Test
    void findsRedisOnceItIsThere() throws Exception {
        var port = LocalRedis.freePort();
        var scripts = new Scripts(line(port), Duration.ofSeconds(5));
        assertUnavailable(scripts.run(counting()));

        try (var _ = LocalRedis.start(port, folder, RedisOptions.IN_MEMORY)) {
            assertThat(answer(scripts.run(counting()))).isEqualTo(1);
        }
    }

    @Test
    void givesUpOnARedisThatHangsAndGoesOnWhenItAnswersAgain() throws Exception {
        try (var redis = LocalRedis.start(LocalRedis.freePort(), folder, RedisOptions.IN_MEMORY)) {
            var scripts = new Scripts(line(redis.port()), QUICK);
            answer(scripts.run(counting()));

            assertThat(Signal.STOP.send(redis.pid())).isTrue();
            assertUnavailable(scripts.run(counting()));
            assertThat(Signal.CONT.send(redis.pid())).isTrue();

            await().ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(answer(scripts.run(counting()))).isGreaterThanOrEqualTo(2));
        }
    }

    @Test
    void doesNotSendLaterWhatItGaveUpOn() throws Exception {
        var port = LocalRedis.freePort();
        var scripts = new Scripts(line(port), QUICK);
        try (var _ = LocalRedis.start(port, folder, RedisOptions.IN_MEMORY)) {
            answer(scripts.run(counting()));
        }
        assertUnavailable(scripts.run(counting()));

        try (var _ = LocalRedis.start(port, folder, RedisOptions.IN_MEMORY)) {
            // An empty Redis: had the call that was given up on been sent again, this one would be the second.
            var first = await().ignoreExceptions().until(() -> answer(scripts.run(counting())), _ -> true);
            assertThat(first).isEqualTo(1);
        }
    }

    private static ScriptCall<Long> counting() {
        return call("counts.lua", reply -> reply.number(0));
    }

    private static <T> ScriptCall<T> call(String name, Function<ScriptReply, T> answer) {
        return new ScriptCall<>(LuaScript.beside(ScriptsIT.class, name), List.of(KEY), new ScriptArguments(), answer);
    }

    private static void assertUnavailable(CompletionStage<?> answer) {
        assertThatThrownBy(() -> answer(answer)).hasCauseInstanceOf(RegistryUnavailableException.class);
    }
}
