package dev.gatehouse.model.protocol;

import org.jspecify.annotations.Nullable;

/// What the numbers beside a message must be.
final class Envelope {

    /// @throws IllegalArgumentException naming the number that is not as it must be
    static void check(@Nullable Long seq, @Nullable Long ack, boolean control) {
        if (seq == null && !control) {
            throw new IllegalArgumentException(
                    "seq: absent (expected: a number, as on every message but control ones)");
        }
        if (seq != null && control) {
            throw new IllegalArgumentException("seq: on a control message (expected: none)");
        }
        if (seq != null && seq < 1) {
            throw new IllegalArgumentException("seq: " + seq + " (expected: >= 1)");
        }
        if (ack != null && ack < 0) {
            throw new IllegalArgumentException("ack: " + ack + " (expected: >= 0)");
        }
    }

    private Envelope() {}
}
