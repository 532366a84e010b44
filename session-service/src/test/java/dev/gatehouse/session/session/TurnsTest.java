package dev.gatehouse.session.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns();
    private final List<String> done = new ArrayList<>();

    @Test
    void letsEverythingPassWhileNothingIsOpen() {
        flush("1");
        other("2");

        assertThat(done).containsExactly("1", "2");
    }

    @Test
    void keepsAFlushAndAllThatFollowsItBehindWhatIsOpen() {
        turns.begins();
        other("call");
        flush("flush");
        other("another call");
        assertThat(done).containsExactly("call");
        assertThat(turns.waiting()).isEqualTo(2);

        turns.ends();

        assertThat(done).containsExactly("call", "flush", "another call");
    }

    @Test
    void waitsForEverythingThatCameBefore() {
        turns.begins();
        turns.begins();
        flush("flush");

        turns.ends();
        assertThat(done).isEmpty();
        turns.ends();

        assertThat(done).containsExactly("flush");
    }

    @Test
    void stopsWhereSomethingBegins() {
        turns.begins();
        flush("1");
        turns.take(false, turns::begins);
        flush("2");

        turns.ends();
        assertThat(done).containsExactly("1");
        turns.ends();

        assertThat(done).containsExactly("1", "2");
    }

    private void flush(String name) {
        turns.take(true, () -> done.add(name));
    }

    private void other(String name) {
        turns.take(false, () -> done.add(name));
    }
}
