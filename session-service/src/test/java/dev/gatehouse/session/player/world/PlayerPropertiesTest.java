package dev.gatehouse.session.player.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.registry.journal.Append;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class PlayerPropertiesTest {

    private static PlayerProperties of(int maxUnwritten, DataSize maxUnwrittenBytes, int maxPlayers) {
        return new PlayerProperties(
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                maxUnwritten,
                maxUnwrittenBytes,
                maxPlayers,
                Duration.ofSeconds(60));
    }

    @Test
    void takesTheLeastAndTheMost() {
        assertThat(of(1, DataSize.ofBytes(1), 1).unwrittenBytes()).isEqualTo(1);
        assertThat(of(Append.MOST_ENTRIES, DataSize.ofMegabytes(4), 50_000).maxUnwritten())
                .isEqualTo(Append.MOST_ENTRIES);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 0, 1", "1, -1, 1", "1, 1, 0"})
    void refusesLimitsThatLetNobodyPlay(int maxUnwritten, long bytes, int maxPlayers) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(maxUnwritten, DataSize.ofBytes(bytes), maxPlayers))
                .withMessageContaining("(expected: each > 0)");
    }

    @Test
    void refusesMoreEntriesThanAnAppendTakes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Append.MOST_ENTRIES + 1, DataSize.ofMegabytes(4), 1))
                .withMessageStartingWith("maxUnwritten: ");
    }
}
