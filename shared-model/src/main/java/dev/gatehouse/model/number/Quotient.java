package dev.gatehouse.model.number;

/// Divides two 64-bit numbers to 32 binary places, without any wider type.
final class Quotient {

    private static final int BITS = 32;

    /// The nearest to numerator / denominator * 2^32, the even one of two.
    ///
    /// @throws ArithmeticException if it does not fit, or for a denominator of 0
    static long of(long numerator, long denominator) {
        if (denominator == 0) {
            throw new ArithmeticException(numerator + " / 0");
        }
        // The magnitude of Long.MIN_VALUE is itself, read without a sign: everything below is.
        long dividend = Math.abs(numerator);
        long divisor = Math.abs(denominator);
        long quotient = Long.divideUnsigned(dividend, divisor);
        long rest = Long.remainderUnsigned(dividend, divisor);
        if (Long.compareUnsigned(quotient, 1L << (BITS - 1)) > 0) {
            throw outOfRange(numerator, denominator);
        }
        for (int bit = 0; bit < BITS; bit++) {
            // Below the divisor, which is at most 2^63: twice as much still has its place.
            rest <<= 1;
            quotient <<= 1;
            if (Long.compareUnsigned(rest, divisor) >= 0) {
                rest -= divisor;
                quotient |= 1;
            }
        }
        int half = Long.compareUnsigned(rest << 1, divisor);
        if (half > 0 || (half == 0 && (quotient & 1) != 0)) {
            quotient++;
        }
        return signed(quotient, (numerator < 0) != (denominator < 0), numerator, denominator);
    }

    /// @param magnitude at most 2^63 + 2^32, without a sign
    private static long signed(long magnitude, boolean negative, long numerator, long denominator) {
        boolean fits = magnitude >= 0 || (negative && magnitude == Long.MIN_VALUE);
        if (!fits) {
            throw outOfRange(numerator, denominator);
        }
        return negative ? -magnitude : magnitude;
    }

    private static ArithmeticException outOfRange(long numerator, long denominator) {
        return new ArithmeticException(numerator + " / " + denominator + ": out of range");
    }

    private Quotient() {}
}
