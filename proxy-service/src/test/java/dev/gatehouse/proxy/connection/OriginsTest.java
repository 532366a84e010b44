package dev.gatehouse.proxy.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    private final Origins origins = new Origins(List.of("https://game.example", "http://localhost:*"));

    @ParameterizedTest
    @ValueSource(
            strings = {"https://game.example", "HTTPS://Game.Example", "http://localhost", "http://localhost:5173"})
    void allowsWhatIsListed(String origin) {
        assertThat(origins.allows(origin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://game.example",
                "https://game.example.evil",
                "https://game.example:8443",
                "http://localhost.evil",
                "http://localhost:80.evil",
                "null",
                ""
            })
    void refusesTheRest(String origin) {
        assertThat(origins.allows(origin)).isFalse();
    }

    @Test
    void allowsEverythingWhereAStarIsListed() {
        assertThat(new Origins(List.of("*")).allows("null")).isTrue();
    }
}
