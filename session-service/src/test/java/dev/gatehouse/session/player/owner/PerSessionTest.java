package dev.gatehouse.session.player.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.gatehouse.model.id.SessionId;
import org.junit.jupiter.api.Test;

class PerSessionTest {

    private static final SessionId ONE = new SessionId("s-1");
    private static final SessionId OTHER = new SessionId("s-2");

    private final PerSession<String> notes = new PerSession<>();

    @Test
    void keepsTheLastOfEachSession() {
        notes.put(ONE, "first");
        notes.put(OTHER, "other");
        notes.put(ONE, "second");

        assertThat(notes.get(ONE)).isEqualTo("second");
        assertThat(notes.values()).containsExactlyInAnyOrder("second", "other");
        assertThat(notes.entries()).containsExactlyInAnyOrder(entry(ONE, "second"), entry(OTHER, "other"));
    }

    @Test
    void hasNothingOfASessionThatIsGone() {
        notes.put(ONE, "note");

        assertThat(notes.remove(ONE)).isEqualTo("note");
        assertThat(notes.remove(ONE)).isNull();
        assertThat(notes.has(ONE)).isFalse();
        assertThat(notes.isEmpty()).isTrue();
    }

    @Test
    void keepsOnlyWhatIsRetained() {
        notes.put(ONE, "one");
        notes.put(OTHER, "other");

        notes.retain(OTHER::equals);
        assertThat(notes.entries()).containsExactly(entry(OTHER, "other"));

        notes.retain(ONE::equals);
        assertThat(notes.isEmpty()).isTrue();
    }

    @Test
    void takesSomethingAgainAfterAllIsGone() {
        notes.put(ONE, "one");
        notes.retain(OTHER::equals);
        notes.put(OTHER, "other");

        assertThat(notes.entries()).containsExactly(entry(OTHER, "other"));
    }
}
