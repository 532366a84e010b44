package dev.gatehouse.session.rpc;

import java.util.function.LongPredicate;

/// The ids of the calls to one session's client. An answer that is late finds no other call, even
/// where it reaches the session's next owner: an id is the lease's epoch and, below it, a number
/// from 1 on.
///
/// An id stays under 2^53, so that it is exact wherever a JSON number is a double: 2^29 owners of a
/// player and 2^24 calls under each come before one is given again, and one of a call that is open
/// is never given again.
final class CallIds {

    private static final int NUMBER_BITS = 24;
    private static final long NUMBERS = 1L << NUMBER_BITS;
    private static final long EPOCHS = 1L << (53 - NUMBER_BITS);

    private final long base;
    private long last;

    CallIds(long leaseEpoch) {
        this.base = (leaseEpoch % EPOCHS) << NUMBER_BITS;
    }

    /// @param open whether an id is of a call that is open; far fewer are than there are ids
    long next(LongPredicate open) {
        do {
            last = last % (NUMBERS - 1) + 1;
        } while (open.test(base + last));
        return base + last;
    }
}
