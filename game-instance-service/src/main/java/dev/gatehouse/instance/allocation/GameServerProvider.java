package dev.gatehouse.instance.allocation;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Gives game servers and takes them back: processes, pods, a hosting company. Calls may block for as long as
/// the allocation deadline; what comes too late is given back. Must be safe to use from several threads.
public interface GameServerProvider {

    /// What instances name it by.
    String name();

    /// Asks for a server. Asking again with the same server id must not give a second one: the id is passed to
    /// the host as a tag or a name.
    ///
    /// @throws AllocationException if there will be no server
    void allocate(Allocation allocation) throws AllocationException;

    /// What is known of a server.
    Condition describe(ServerId server);

    /// Every server that this provider runs, to be compared with what instances there are.
    List<RunningServer> list();

    /// Takes a server back, now. Does nothing where it is gone already.
    void deallocate(ServerId server);

    /// Says when a server is gone that was not taken back. Set once, before the first allocation.
    void onExit(Consumer<Exit> listener);

    /// @param serverId also the tag that makes asking again safe
    /// @param tokens mints the server's pair of partner tokens. To be called when the server is really about to
    ///     start: tokens of an earlier call are no longer good
    record Allocation(
            ServerId serverId,
            InstanceId instanceId,
            GameId gameId,
            @Nullable String zone,
            Supplier<TokenPair> tokens) {}

    /// @param social for `X-Gatehouse-Social-Token`
    /// @param game for `Authorization`
    record TokenPair(String social, String game) {

        /// Leaves out what must not be in a log.
        @Override
        public String toString() {
            return "TokenPair[]";
        }
    }

    enum Condition {
        RUNNING,
        GONE,
        /// Not a server that this node started.
        UNKNOWN
    }

    record RunningServer(ServerId serverId, InstanceId instanceId) {}

    /// @param why for people, such as the exit status
    record Exit(ServerId serverId, InstanceId instanceId, String why) {}
}
