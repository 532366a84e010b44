package dev.gatehouse.model.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GameFailureTest {

    private final List<Throwable> failures = new ArrayList<>();

    static Stream<Throwable> mistakes() {
        return Stream.of(
                new IllegalStateException(),
                new AssertionError(),
                new NoClassDefFoundError(),
                new ExceptionInInitializerError(),
                new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void tellsOfAMistake(Throwable mistake) {
        GameFailure.attempt(throwing(mistake), failures::add);

        assertThat(failures).containsExactly(mistake);
    }

    static Stream<Throwable> fatal() {
        return Stream.of(new OutOfMemoryError(), new InternalError());
    }

    @ParameterizedTest
    @MethodSource("fatal")
    void throwsAgainWhatSaysThatTheJvmIsInTrouble(Throwable fatal) {
        assertThatThrownBy(() -> GameFailure.attempt(throwing(fatal), failures::add))
                .isSameAs(fatal);
        assertThat(failures).isEmpty();
    }

    @Test
    void tellsNothingOfAStepThatWentWell() {
        GameFailure.attempt(() -> {}, failures::add);

        assertThat(failures).isEmpty();
    }

    private static Runnable throwing(Throwable thrown) {
        return () -> {
            switch (thrown) {
                case RuntimeException mistake -> throw mistake;
                case Error error -> throw error;
                default -> throw new AssertionError(thrown);
            }
        };
    }
}
