package dev.gatehouse.model.schema;

import org.jspecify.annotations.Nullable;

/// One component of a record.
///
/// @param index among the record's components, from 0
/// @param number on the wire; 0 for a [Flat] member, which has none
/// @param nullable whether it may be absent
/// @param checksummed whether a checksum covers it
public record RecordMember(
        String name, int index, int number, Shape shape, boolean nullable, boolean checksummed, Presence presence) {

    /// Who gets to see the member, and where it stands.
    public enum Presence {
        EVERYWHERE,
        /// [ServerOnly]
        SERVER_ONLY,
        /// [Flat]
        FLAT
    }

    public boolean serverOnly() {
        return presence == Presence.SERVER_ONLY;
    }

    public boolean flat() {
        return presence == Presence.FLAT;
    }

    /// Refuses null where the member may not be absent.
    ///
    /// @throws IllegalArgumentException with the member's name
    public @Nullable Object checked(Object owner, @Nullable Object value) {
        if (value == null && !nullable) {
            throw new IllegalArgumentException(
                    owner.getClass().getSimpleName() + "." + name + ": null (expected: a value, it is not @Nullable)");
        }
        return value;
    }
}
