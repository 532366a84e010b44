package dev.gatehouse.proxy.refusal;

import static dev.gatehouse.model.error.ConnectionError.GAME_ID_UNKNOWN;
import static dev.gatehouse.model.error.ConnectionError.LOGIN_REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class PassageTest {

    @Test
    void carriesWhatEachCheckLearns() {
        var verdict = Passage.of("7")
                .check(_ -> Optional.empty())
                .then(text -> Mono.just(Verdict.passed(Integer.valueOf(text))))
                .verdict();

        assertThat(verdict.block()).isEqualTo(Verdict.passed(7));
    }

    @Test
    void stopsAtTheFirstRefusal() {
        List<String> ran = new ArrayList<>();
        var verdict = Passage.of("7")
                .check(_ -> Optional.of(Refusal.of(LOGIN_REJECTED)))
                .check(_ -> {
                    ran.add("second");
                    return Optional.of(Refusal.of(GAME_ID_UNKNOWN));
                })
                .verdict();

        assertThat(verdict.block()).isEqualTo(Verdict.refused(Refusal.of(LOGIN_REJECTED)));
        assertThat(ran).isEmpty();
    }
}
