package dev.gatehouse.registry.instance;

import dev.gatehouse.model.id.InstanceId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Which link of an instance's server is the live one, which the instance is loaded with, and which
/// tickets are used up. Safe for use by several threads.
public interface InstanceLinks {

    /// Takes the instance's only link, or renews it, and notes that its server was heard.
    ///
    /// @param link names one connection of one node
    /// @param run which process takes it: the live link of the same run ends with this; null to take no other's
    ///     place, and to renew
    /// @return false while another link is live
    CompletionStage<Boolean> claim(InstanceId instance, String link, @Nullable String run, Duration lifetime);

    /// Gives the link up, if it is this one. That the server was heard stays noted.
    ///
    /// @return whether it was
    CompletionStage<Boolean> release(InstanceId instance, String link);

    /// Uses a ticket up.
    ///
    /// @return the use, to be given back where nothing came of it; empty if the ticket was used before
    CompletionStage<Optional<String>> useTicket(InstanceId instance, String ticketId, Duration lifetime);

    /// Makes a ticket good again, if this is the use that it was put to.
    ///
    /// @return whether it was
    CompletionStage<Boolean> giveTicketBack(InstanceId instance, String ticketId, String use);
}
