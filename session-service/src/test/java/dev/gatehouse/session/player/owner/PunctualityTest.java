package dev.gatehouse.session.player.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.session.player.bench.HonestClient;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// An honest client is never taken for one whose time is wrong: at any tick rate, whatever interrupts it,
/// and whether it catches up with everything or leaves out what no flush can hold.
class PunctualityTest {

    private static final List<Integer> RATES = List.of(1, 3, 10, 60, 100);
    private static final int MINUTE = 60;

    record Mishap(String name, Consumer<HonestClient> happens) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> mishaps() {
        return Stream.of(
                        new Mishap("an announced pause", client -> client.pauses(9 * MINUTE)),
                        new Mishap("a lost socket", client -> client.losesItsSocketFor(55)),
                        new Mishap("a planned move", client -> client.moves(20)),
                        new Mishap("a lost node", client -> client.losesItsNodeFor(45)),
                        new Mishap("a registry that writes nothing", client -> client.cannotBeStoredFor(30 * MINUTE)))
                .flatMap(mishap -> RATES.stream()
                        .flatMap(rate ->
                                Stream.of(Arguments.of(rate, false, mishap), Arguments.of(rate, true, mishap))));
    }

    /// Often enough that what is left out adds up to more than what a client may be behind.
    @ParameterizedTest(name = "{0} ticks per second, forgets {1}: {2}, again and again")
    @MethodSource("mishaps")
    void letsAnHonestClientPlayOn(int rate, boolean forgets, Mishap mishap) {
        var client = new HonestClient(rate, forgets);

        for (int time = 0; time < 5; time++) {
            client.plays(2 * MINUTE);
            mishap.happens().accept(client);
            assertThat(client.isOnline()).as(client.progress()).isTrue();
        }

        client.plays(MINUTE);
        assertThat(client.isOnline()).as(client.progress()).isTrue();
        assertThat(client.isUpToDate()).isTrue();
    }

    static LongStream seeds() {
        return LongStream.range(0, 12);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void letsAnHonestClientPlayOnThroughAnyOrderOfThem(long seed) {
        var random = new Random(seed);
        var client = new HonestClient(RATES.get(random.nextInt(RATES.size())), random.nextBoolean());

        for (int time = 0; time < 20; time++) {
            switch (random.nextInt(6)) {
                case 0 -> client.pauses(1 + random.nextInt(9 * MINUTE));
                case 1 -> client.losesItsSocketFor(1 + random.nextInt(55));
                case 2 -> client.moves(random.nextInt(30));
                case 3 -> client.losesItsNodeFor(random.nextInt(45));
                case 4 -> client.cannotBeStoredFor(1 + random.nextInt(25 * MINUTE));
                default -> client.plays(1 + random.nextInt(10 * MINUTE));
            }
            assertThat(client.isOnline())
                    .as("seed %d: %s", seed, client.progress())
                    .isTrue();
        }
    }
}
