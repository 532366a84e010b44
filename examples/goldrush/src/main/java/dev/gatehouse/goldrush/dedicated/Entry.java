package dev.gatehouse.goldrush.dedicated;

import dev.gatehouse.model.id.PlayerId;

/// What became of a ticket.
sealed interface Entry {

    record Admitted(PlayerId player) implements Entry {}

    /// @param code for the client, such as `ticket_used`
    record Refused(String code) implements Entry {}
}
