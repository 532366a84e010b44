package dev.gatehouse.session.player.desync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.player.state.JournalEntry;
import dev.gatehouse.session.player.state.PlayerState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TrailTest {

    private static final PlayerState<Purse> NOW = PlayerState.start(Purse.MODEL, new Purse(0, "", 0), Instant.EPOCH);

    private final Trail trail = new Trail();

    @Test
    void beginsWhereThePlayerIsWhileNothingIsDecided() {
        assertThat(trail.from(NOW)).isSameAs(NOW);
        assertThat(trail.since()).isEmpty();
    }

    @Test
    void isLongEnoughAndBounded() {
        for (int i = 1; i <= 1000; i++) {
            trail.add(NOW, entry(i), 10);

            assertThat(trail.since()).hasSizeBetween(Math.min(i, Trail.KEPT), 2 * Trail.KEPT);
            assertThat(trail.since().getLast()).isEqualTo(entry(i));
        }
    }

    @Test
    void beginsAtTheStateBeforeItsFirstEntry() {
        var states = new ArrayList<PlayerState<Purse>>();
        for (int i = 0; i < 3 * Trail.KEPT; i++) {
            states.add(PlayerState.start(Purse.MODEL, new Purse(i, "", 0), Instant.EPOCH));
            trail.add(states.getLast(), entry(i), 10);
        }

        var first = (JournalEntry.Flushed) trail.since().getFirst();

        assertThat(trail.from(NOW))
                .isSameAs(
                        states.get(Objects.requireNonNull(first.ops().getFirst().ticks()) - 1));
    }

    @Test
    void isShorterWhereItsEntriesAreLarge() {
        for (int i = 1; i <= 100; i++) {
            trail.add(NOW, entry(i), Trail.MOST_BYTES / 4);

            assertThat(trail.since()).hasSizeBetween(Math.min(i, 4), 8);
        }
    }

    @Test
    void beginsAfterAnEntryThatIsTooLarge() {
        trail.add(NOW, entry(1), 10);
        trail.add(NOW, entry(2), Trail.MOST_BYTES + 1);
        trail.add(NOW, entry(3), 10);

        assertThat(trail.since()).containsExactly(entry(3));
    }

    @Test
    void forgets() {
        trail.add(NOW, entry(1), 10);

        trail.clear();

        assertThat(trail.since()).isEmpty();
    }

    private static JournalEntry entry(int i) {
        return new JournalEntry.Flushed(List.of(Op.ticks(i + 1)), null, null);
    }
}
