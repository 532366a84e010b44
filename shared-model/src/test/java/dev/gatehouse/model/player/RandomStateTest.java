package dev.gatehouse.model.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.number.Fixed;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.pcollections.TreePVector;

class RandomStateTest {

    /// Published for seed 1234567: https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64.
    @Test
    void givesThePublishedNumbers() {
        var drawn = new ArrayList<String>();
        var state = RandomState.seeded(1_234_567);
        for (int i = 0; i < 5; i++) {
            var draw = state.nextLong();
            drawn.add(Long.toUnsignedString(draw.value()));
            state = draw.next();
        }

        assertThat(drawn)
                .containsExactly(
                        "6457827717110365317",
                        "3203168211198807973",
                        "9817491932198370423",
                        "4593380528125082431",
                        "16408922859458223821");
    }

    @Test
    void givesTheNumbersOfTheJdk() {
        for (long seed : new long[] {0, -1, Long.MIN_VALUE, 0x1234_5678_9abc_def0L}) {
            var theirs = new SplittableRandom(seed);
            var ours = RandomState.seeded(seed);
            for (int i = 0; i < 10_000; i++) {
                var draw = ours.nextLong();
                assertThat(draw.value()).isEqualTo(theirs.nextLong());
                ours = draw.next();
            }
        }
    }

    @Test
    void isExactInJson() {
        assertThat(JsonCodec.of(RandomState.class).encode(RandomState.seeded(-1)))
                .isEqualTo("{\"high\":-1,\"low\":-1}");
    }

    /// With the bound 3 * 2^29, 2^32 is no multiple: by the remainder alone the lower third would come up
    /// half as often again.
    @Test
    void favoursNoNumberBelowABound() {
        int bound = 3 << 29;
        var thirds = new int[3];
        var state = RandomState.seeded(7);
        for (int i = 0; i < 30_000; i++) {
            var draw = state.nextInt(bound);
            assertThat(draw.value()).isBetween(0, bound - 1);
            thirds[draw.value() / (1 << 29)]++;
            state = draw.next();
        }

        assertThat(thirds).satisfies(counts -> {
            for (int count : counts) {
                assertThat(count).isBetween(9_700, 10_300);
            }
        });
    }

    @Test
    void shufflesIntoEveryOrderEquallyOften() {
        var orders = new TreeMap<String, Integer>();
        var state = RandomState.seeded(11);
        for (int i = 0; i < 60_000; i++) {
            var draw = state.shuffle(TreePVector.from(List.of("a", "b", "c")));
            orders.merge(String.join("", draw.value()), 1, Integer::sum);
            state = draw.next();
        }

        assertThat(orders).hasSize(6);
        assertThat(orders.values()).allSatisfy(count -> assertThat(count).isBetween(9_600, 10_400));
    }

    @Test
    void happensWithTheProbabilityThatIsAskedFor() {
        int happened = 0;
        var state = RandomState.seeded(13);
        for (int i = 0; i < 40_000; i++) {
            var draw = state.chance(Fixed.parse("0.25"));
            happened += draw.value() ? 1 : 0;
            state = draw.next();
        }

        assertThat(happened).isBetween(9_600, 10_400);
        assertThat(state.chance(Fixed.ZERO).value()).isFalse();
        assertThat(state.chance(Fixed.ONE).value()).isTrue();
    }

    @Test
    void refusesBoundsThatMakeNoSense() {
        var state = RandomState.seeded(1);

        assertThatIllegalArgumentException().isThrownBy(() -> state.nextInt(0));
        assertThatIllegalArgumentException().isThrownBy(() -> state.chance(Fixed.of(2)));
        assertThat(state.nextInt(1).value()).isZero();
    }
}
