package dev.gatehouse.session.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.session.snapshot.JournalGrowth.Extent;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class JournalGrowthTest {

    private static final SnapshotProperties LIMITS =
            new SnapshotProperties(10, DataSize.ofBytes(1_000), Duration.ofNanos(100), 1);

    private final JournalGrowth journal = new JournalGrowth(LIMITS, Extent.of(5), 0);

    @Test
    void asksForNoneWithoutNews() {
        assertThat(journal.hasNews()).isFalse();
        assertThat(journal.isDue(1_000_000)).isFalse();
    }

    @Test
    void asksForOneAfterSoManyEntries() {
        journal.written(14, 1, 1);
        assertThat(journal.isDue(1)).isFalse();

        journal.written(15, 1, 1);
        assertThat(journal.isDue(1)).isTrue();
    }

    @Test
    void asksForOneAfterSoManyBytes() {
        journal.written(6, 999, 1);
        assertThat(journal.isDue(1)).isFalse();

        journal.written(7, 1, 1);
        assertThat(journal.isDue(1)).isTrue();
    }

    @Test
    void asksForOneOnceTheOldestEntryIsOfAge() {
        journal.written(6, 1, 50);
        journal.written(7, 1, 120);

        assertThat(journal.isDue(149)).isFalse();
        assertThat(journal.isDue(150)).isTrue();
    }

    @Test
    void countsWhatItWasGivenWithThePlayer() {
        assertThat(new JournalGrowth(LIMITS, new Extent(5, 15, 20), 0).isDue(0)).isTrue();
        assertThat(new JournalGrowth(LIMITS, new Extent(5, 6, 1_000), 0).isDue(0))
                .isTrue();
        assertThat(new JournalGrowth(LIMITS, new Extent(5, 6, 20), 0).isDue(0)).isFalse();
    }

    @Test
    void countsFromWhereTheSnapshotEnds() {
        journal.written(10, 600, 10);
        var mark = journal.end();
        journal.written(14, 500, 60);

        journal.reached(mark);

        assertThat(journal.hasNews()).isTrue();
        assertThat(journal.isDue(109)).isFalse();
        journal.written(15, 500, 60);
        assertThat(journal.isDue(60)).isTrue();
    }

    @Test
    void isNotSetBackByAnOlderSnapshotThatIsLate() {
        journal.written(8, 300, 10);
        var older = journal.end();
        journal.written(12, 300, 20);
        journal.reached(journal.end());

        journal.reached(older);

        assertThat(journal.hasNews()).isFalse();
    }
}
