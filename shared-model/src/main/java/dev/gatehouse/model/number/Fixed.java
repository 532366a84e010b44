package dev.gatehouse.model.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/// A number with a fixed point: a whole number of 2^-32ths, from -2^31 to just below 2^31. What does not come out
/// even is rounded to the nearest, and to the even one of two that are equally near; what is out of range throws an
/// [ArithmeticException].
///
/// @param raw the number times 2^32
public record Fixed(long raw) implements Comparable<Fixed> {

    public static final Fixed ZERO = new Fixed(0);
    public static final Fixed ONE = Fixed.of(1);

    private static final int FRACTION_BITS = 32;
    private static final long FRACTION_MASK = 0xffff_ffffL;
    private static final long HALF = 1L << (FRACTION_BITS - 1);

    /// Of 2^-32, the decimals are 5^32 times 10^-32.
    private static final BigInteger DECIMALS = BigInteger.valueOf(5).pow(FRACTION_BITS);

    private static final Pattern TEXT = Pattern.compile("-?[0-9]{1,10}(\\.[0-9]{1,32})?");

    /// @throws ArithmeticException beyond -2^31 to 2^31 - 1
    public static Fixed of(long whole) {
        return new Fixed(Math.multiplyExact(whole, 1L << FRACTION_BITS));
    }

    /// One number divided by another: `ratio(21, 10)` is the nearest to 2.1.
    ///
    /// @throws ArithmeticException if it is out of range, or for a denominator of 0
    public static Fixed ratio(long numerator, long denominator) {
        return new Fixed(Quotient.of(numerator, denominator));
    }

    /// Reads a decimal number, such as `-1.25`. Never rounds.
    ///
    /// @throws IllegalArgumentException if it is not one, has no exact form, or is out of range
    public static Fixed parse(String decimal) {
        if (!TEXT.matcher(decimal).matches()) {
            throw new IllegalArgumentException("not a decimal number (expected: such as -1.25)");
        }
        var scaled = new BigDecimal(decimal).multiply(new BigDecimal(BigInteger.ONE.shiftLeft(FRACTION_BITS)));
        try {
            return new Fixed(scaled.toBigIntegerExact().longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "not a fixed-point number (expected: a multiple of 2^-32 from -2^31 to below 2^31)", e);
        }
    }

    public Fixed plus(Fixed other) {
        return new Fixed(Math.addExact(raw, other.raw));
    }

    public Fixed minus(Fixed other) {
        return new Fixed(Math.subtractExact(raw, other.raw));
    }

    public Fixed negated() {
        return new Fixed(Math.negateExact(raw));
    }

    public Fixed times(Fixed other) {
        long high = Math.multiplyHigh(raw, other.raw);
        long low = raw * other.raw;
        if (high != (int) high) {
            throw new ArithmeticException(this + " * " + other + ": out of range");
        }
        long floor = (high << FRACTION_BITS) | (low >>> FRACTION_BITS);
        return new Fixed(roundUp(floor, low & FRACTION_MASK) ? Math.addExact(floor, 1) : floor);
    }

    /// @throws ArithmeticException also for 0
    public Fixed dividedBy(Fixed other) {
        return new Fixed(Quotient.of(raw, other.raw));
    }

    /// The greatest whole number that is not above it.
    public long floor() {
        return raw >> FRACTION_BITS;
    }

    /// The nearest whole number, the even one of two.
    public long rounded() {
        return floor() + (roundUp(floor(), raw & FRACTION_MASK) ? 1 : 0);
    }

    private static boolean roundUp(long floor, long rest) {
        return rest > HALF || (rest == HALF && (floor & 1) != 0);
    }

    @Override
    public int compareTo(Fixed other) {
        return Long.compare(raw, other.raw);
    }

    /// The number in decimals, all of them: `2.5`, `-0.75`, `3`.
    @Override
    public String toString() {
        var decimals = new BigDecimal(BigInteger.valueOf(raw).multiply(DECIMALS), FRACTION_BITS);
        return decimals.stripTrailingZeros().toPlainString();
    }
}
