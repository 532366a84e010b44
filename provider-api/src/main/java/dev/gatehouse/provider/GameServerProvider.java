package dev.gatehouse.provider;

import dev.gatehouse.model.id.ServerId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Gives game servers and takes them back: processes, pods, a hosting company. Calls block, each for no longer than
/// it is waited for: a caller who has waited long enough interrupts. Must be safe to use from several threads.
///
/// The id of a server is the caller's, and it is the tag that makes every call safe to repeat: the host keeps it with
/// the server, as a name or a label, and finds the server by it.
public interface GameServerProvider {

    /// What instances and settings name it by; the same for as long as it lives.
    String name();

    /// Asks for a server. Asking again with the same server id never gives a second one, not even where the first
    /// reply was lost or is still on its way.
    ///
    /// @throws ProviderException where it is not known whether there will be a server
    Answer allocate(Allocation allocation);

    /// The server, if there is one that is starting or running.
    ///
    /// @throws ProviderException where that is not known
    Optional<RunningServer> describe(ServerId server);

    /// Every server that was allocated by this provider and is starting or running, whichever replica asked for it.
    ///
    /// @throws ProviderException where that is not known, or not for all
    List<RunningServer> list();

    /// Takes a server back, now. Does nothing where it is gone already or never was.
    ///
    /// @throws ProviderException where it may still be there
    void deallocate(ServerId server);

    /// Says when a server is gone that was not taken back, where the host tells; what is not told is found out by
    /// [#list]. Set once, before the first allocation.
    default void onExit(Consumer<Exit> listener) {}
}
