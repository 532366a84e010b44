package dev.gatehouse.model.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedTest {

    private static final BigDecimal UNIT = BigDecimal.valueOf(1L << 32);
    private static final Fixed GREATEST = new Fixed(Long.MAX_VALUE);
    private static final Fixed LEAST = new Fixed(Long.MIN_VALUE);

    /// The same as with numbers of any length, rounded once.
    @Test
    void calculatesExactlyAndRoundsToTheNearestEven() {
        var random = new SplittableRandom(25);
        int calculated = 0;
        for (int i = 0; i < 200_000; i++) {
            var a = any(random);
            var b = any(random);
            calculated += check(a, b, Fixed::times, exact(a).multiply(exact(b)).multiply(UNIT));
            calculated += check(a, b, Fixed::plus, exact(a).add(exact(b)).multiply(UNIT));
            calculated += check(a, b, Fixed::minus, exact(a).subtract(exact(b)).multiply(UNIT));
            if (b.raw() != 0) {
                // Enough places that what is cut off never looks like a tie.
                var quotient = exact(a).divide(exact(b), 60, RoundingMode.DOWN).multiply(UNIT);
                calculated += check(a, b, Fixed::dividedBy, quotient);
            }
        }

        assertThat(calculated).isGreaterThan(400_000);
    }

    /// @return 1 if the result is in range
    private static int check(Fixed a, Fixed b, BinaryOperator<Fixed> operation, BigDecimal raw) {
        var expected = raw.setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
        if (expected.bitLength() > 63) {
            assertThatExceptionOfType(ArithmeticException.class)
                    .as("%s and %s", a, b)
                    .isThrownBy(() -> operation.apply(a, b));
            return 0;
        }
        assertThat(operation.apply(a, b).raw()).as("%s and %s", a, b).isEqualTo(expected.longValueExact());
        return 1;
    }

    private static Fixed any(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> LEAST;
            case 1 -> GREATEST;
            case 2 -> new Fixed(random.nextInt(-3, 4));
            // Small factors of two, whose products and quotients are often ties.
            case 3 -> new Fixed(random.nextInt(-8, 9) * (1L << random.nextInt(40)));
            default -> new Fixed(random.nextLong() >> random.nextInt(64));
        };
    }

    private static BigDecimal exact(Fixed value) {
        return new BigDecimal(value.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 4294967296",
        "-2.5, -10737418240",
        "0.00000000023283064365386962890625, 1",
        "2147483647.99999999976716935634613037109375, 9223372036854775807",
        "-2147483648, -9223372036854775808"
    })
    void isWrittenInDecimalsThatAreAllThereIs(String decimal, long raw) {
        assertThat(new Fixed(raw)).hasToString(decimal);
        assertThat(Fixed.parse(decimal)).isEqualTo(new Fixed(raw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1.", ".5", "1e3", "+1", " 1", "0.1", "2147483648", "-2147483649", "٣"})
    void refusesWhatHasNoExactForm(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Fixed.parse(text));
    }

    @Test
    void findsWholeNumbers() {
        assertThat(Fixed.parse("-2.5").floor()).isEqualTo(-3);
        assertThat(Fixed.parse("-2.5").rounded()).isEqualTo(-2);
        assertThat(Fixed.parse("3.5").rounded()).isEqualTo(4);
        assertThat(GREATEST.rounded()).isEqualTo(1L << 31);
        assertThat(Fixed.ratio(21, 10)).hasToString("2.1000000000931322574615478515625");
    }

    @Test
    void doesNotOverflowInSilence() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Fixed.of(1L << 31));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(LEAST::negated);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Fixed.ratio(1, 0));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Fixed.ratio(Long.MAX_VALUE, 1));
    }
}
