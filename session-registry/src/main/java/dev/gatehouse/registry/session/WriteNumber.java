package dev.gatehouse.registry.session;

/// Which of its owner's writes of a player's sessions this is. Under one lease they are counted from 1 on. The registry
/// notes how far it has them without a gap, so that the owner hears with each renewal of its lease whether one was
/// forgotten.
///
/// @param value 1 and more
/// @param begins whether it is noted whatever the registry has of those before; else only where it has them
public record WriteNumber(long value, boolean begins) {

    public WriteNumber {
        if (value < 1) {
            throw new IllegalArgumentException("write: " + value + " (expected: at least 1)");
        }
    }

    /// A write before which nothing is needed any more.
    public static WriteNumber beginning(long value) {
        return new WriteNumber(value, true);
    }

    /// A write after which the one before is still needed.
    public static WriteNumber following(long value) {
        return new WriteNumber(value, false);
    }

    /// That of the write so many later, in the same batch.
    public WriteNumber plus(int writes) {
        return writes == 0 ? this : following(value + writes);
    }
}
