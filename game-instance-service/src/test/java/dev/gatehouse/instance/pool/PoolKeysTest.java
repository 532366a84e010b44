package dev.gatehouse.instance.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoolKeysTest {

    private static final String KEY = "a-key-of-at-least-thirty-two-characters";
    private static final String NEXT = "another-key-of-thirty-two-characters";

    @Test
    void opensEachPoolWithItsKeys() {
        var keys = new PoolKeys(Map.of("main", List.of(KEY, NEXT), "other", List.of("x".repeat(32))));

        assertThat(keys.poolOf(KEY)).contains("main");
        assertThat(keys.poolOf(NEXT)).contains("main");
        assertThat(keys.poolOf("x".repeat(32))).contains("other");
        assertThat(keys.poolOf("")).isEmpty();
        assertThat(keys.poolOf(KEY + "x")).isEmpty();
    }

    @Test
    void namesTheSettingThatIsWrong() {
        refuses(Map.of("main", List.of("short")), "keys.main: 5 characters (expected: at least 32)");
        refuses(Map.of("main", List.of()), "keys.main: 0 keys (expected: 1 to 2)");
        refuses(Map.of("main", List.of(KEY, NEXT, "y".repeat(32))), "keys.main: 3 keys (expected: 1 to 2)");
        refuses(Map.of("main", List.of(KEY), "other", List.of(KEY)), "keys: one is there twice (expected: each once)");
        refuses(
                Map.of("a/b", List.of(KEY)),
                "keys: a/b (expected: 1 to 64 letters, digits, dots, dashes and underscores)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties(Map.of(), Duration.ZERO))
                .withMessage("reportEvery, grace: PT0S, PT15S (expected: > 0)");
    }

    @Test
    void showsNoKey() {
        assertThat(properties(Map.of("main", List.of(KEY)), Duration.ofSeconds(5)))
                .asString()
                .contains("main")
                .doesNotContain(KEY);
    }

    private static void refuses(Map<String, List<String>> keys, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties(keys, Duration.ofSeconds(5)))
                .withMessage(why);
    }

    private static PoolProperties properties(Map<String, List<String>> keys, Duration reportEvery) {
        return new PoolProperties(keys, reportEvery, 3, Duration.ofSeconds(15), Duration.ofSeconds(10), 10);
    }
}
