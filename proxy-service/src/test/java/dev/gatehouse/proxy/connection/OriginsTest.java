package dev.gatehouse.proxy.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    private final Origins origins = new Origins(List.of("https://game.example", "http://localhost:*"), false);

    @ParameterizedTest
    @ValueSource(
            strings = {"https://game.example", "HTTPS://Game.Example", "http://localhost", "http://localhost:5173"})
    void allowsWhatIsListed(String origin) {
        assertThat(origins.allow(List.of(origin), true)).isTrue();
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
        assertThat(origins.allow(List.of(origin), true)).isFalse();
    }

    @Test
    void allowsEverythingWhereAStarIsListed() {
        assertThat(new Origins(List.of("*"), false).allow(List.of("null"), true))
                .isTrue();
    }

    @Test
    void allowsNativeClientsThatSendNoneUnlessOneIsRequired() {
        assertThat(origins.allow(List.of(), false)).isTrue();
        assertThat(origins.allow(List.of(), true)).isFalse();
        assertThat(new Origins(List.of("*"), true).allow(List.of(), false)).isFalse();
    }

    @Test
    void refusesTwoAtOnce() {
        assertThat(origins.allow(List.of("https://game.example", "https://game.example"), false))
                .isFalse();
    }
}
