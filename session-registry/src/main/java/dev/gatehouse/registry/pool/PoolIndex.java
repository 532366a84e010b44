package dev.gatehouse.registry.pool;

import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.PooledServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// Which pool servers of which pool are heard, and which game server has which of their places. Safe for use by several
/// threads.
public interface PoolIndex {

    /// A pool server has opened this link and says what is so.
    ///
    /// @param lifetime for so long that holds, unless it is said again
    /// @return what [#report] does; empty while another run of the same name is heard on an open link
    CompletionStage<Optional<List<ServerId>>> join(String pool, PoolServerState state, Duration lifetime);

    /// Takes a pool server's word for what is so, but for places that are reserved: it may not have heard of them yet.
    ///
    /// @param lifetime for so long that holds, unless it is said again
    /// @return those of its game servers that another pool server runs by now; empty if its link is another one
    CompletionStage<Optional<List<ServerId>>> report(String pool, PoolServerState state, Duration lifetime);

    /// A pool server's link has closed: it is given nothing until it joins again. What it runs stays known for as long
    /// as it said.
    ///
    /// @return whether that was its link
    CompletionStage<Boolean> closeLink(String pool, String poolServer, String link);

    /// Finds the place that the game server has, or reserves one at the fullest pool server with
    /// room, those that are doubted last.
    ///
    /// @param grace how long it stays reserved without the pool server's word
    /// @return empty if there is no room
    CompletionStage<Optional<FoundPlace>> reserve(String pool, PooledServer server, Duration grace);

    /// A pool server says that it runs a game server.
    CompletionStage<Void> take(String pool, String poolServer, PooledServer server);

    /// A pool server says that it does not run a game server, any more or yet.
    ///
    /// @param isFull whether it also says that it has no room, which holds until its next report
    /// @return whether the game server had a place there
    CompletionStage<Boolean> free(String pool, String poolServer, ServerId server, boolean isFull);

    /// A pool server does not answer as it should. Until its next report it is given a place only where no other pool
    /// server has room.
    ///
    /// @return whether nobody has said so since its last report
    CompletionStage<Boolean> doubt(String pool, String poolServer);

    /// The place of a game server at a pool server that is heard.
    CompletionStage<Optional<FoundPlace>> find(String pool, ServerId server);

    /// Every game server that runs, by the word of pool servers that are heard.
    CompletionStage<List<Place>> list(String pool);

    /// Forgets pool servers that were not heard for too long, and reservations that have lapsed. To be called over and
    /// over: without that, everything is forgotten in an hour.
    CompletionStage<PoolFigures> tend(String pool);
}
