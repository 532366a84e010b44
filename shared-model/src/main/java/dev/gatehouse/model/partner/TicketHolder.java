package dev.gatehouse.model.partner;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.schema.Member;

/// Whom a ticket let in: the answer to [GameServerRequest.VerifyTicket].
public record TicketHolder(
        @Member(1) PlayerId playerId, @Member(2) int team) {}
