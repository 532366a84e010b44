package dev.gatehouse.instance.partner;

import dev.gatehouse.model.id.InstanceId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The live link of each server, which its instance is loaded with, and which tickets have been
/// used: kept where every node sees it. Calls block.
public interface ServerLinks {

    /// Takes or renews the instance's only link, and notes that its server was heard.
    ///
    /// @param link names one connection of one node
    /// @param run which process takes it, and ends the live link of the same run by that; null to take no other's
    ///     place, and to renew
    /// @return false while another link is live; it stays
    boolean claim(InstanceId instance, String link, @Nullable String run, Duration lifetime);

    /// Gives the link up, if it is this one.
    void release(InstanceId instance, String link);

    /// Notes that a ticket was used.
    ///
    /// @param lifetime no shorter than the ticket is good for
    /// @return the use, to be given back where nothing came of it; empty if the ticket was used before
    Optional<String> useTicket(InstanceId instance, String ticketId, Duration lifetime);

    /// Makes a ticket good again, if this is the use that it was put to.
    void giveTicketBack(InstanceId instance, String ticketId, String use);
}
