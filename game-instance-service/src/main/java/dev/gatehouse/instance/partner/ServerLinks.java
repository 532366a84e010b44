package dev.gatehouse.instance.partner;

import dev.gatehouse.model.id.InstanceId;
import java.time.Duration;

/// The live link of each server, which its instance is loaded with, and which tickets have been
/// used: kept where every node sees it. Calls block.
public interface ServerLinks {

    /// Takes or renews the instance's only link, and notes that its server was heard.
    ///
    /// @param link names one connection of one node
    /// @return false while another link is live; it stays
    boolean claim(InstanceId instance, String link, Duration lifetime);

    /// Gives the link up, if it is this one.
    void release(InstanceId instance, String link);

    /// Notes that a ticket was used.
    ///
    /// @param lifetime no shorter than the ticket is good for
    /// @return false if it was used before
    boolean useTicket(InstanceId instance, String ticketId, Duration lifetime);
}
