/// For the people who write a dedicated game server: link it to its game instance, let players in by their
/// tickets, change their models, end the game. Needs the JDK and shared-model only. Knows nothing of how
/// players talk to the game server: that is the game's own.
///
/// ```java
/// var configuration = GameServerConfiguration.fromEnvironment();
/// var server = GameServerConnection.connect(configuration, InstantSource.system(), new SecureRandom());
/// server.onChange(now -> {
///     if (now.isOver()) {
///         stop();
///     } else if (now.drainBy().isPresent()) {
///         server.end("the server goes");
///     } else {
///         server.connectPlayers(now.waiting());
///     }
/// });
/// server.link("game.example.org", 7777, 16);
/// var player = server.acceptPlayer(ticketThatThePlayerSent);
/// // One of the game's own actions, by its code.
/// var reward = new ActionCall(101, new Encoded.Json("{\"amount\":5}"));
/// server.updatePlayer(player.playerId(), ActionMode.SYNCHRONIZED, reward, "match-1");
/// server.end("alice won");
/// ```
///
/// [dev.gatehouse.gameserver.GameServer] is all that the server knows, kept as it is whatever node of the service
/// changed it and whatever becomes of the link, which is opened again by itself. Where the service refuses, the
/// [dev.gatehouse.gameserver.GameServerException] says whether to ask again.
///
/// What a game server does over its life, and the one call for each:
///
/// | to | call |
/// |---|---|
/// | connect | `connect` |
/// | be ready | `link`: from then on the instance has its server |
/// | be allocated | the answer to `link`, and `now` ever after; in a pool, `PooledGame.run` |
/// | accept a player | `acceptPlayer` |
/// | remove players | `removePlayers` |
/// | update | `updateInstance`, `updatePlayer` |
/// | drain with a deadline | `drain`; of a whole pool server `PoolConnection.drain` |
/// | end | `end`: the game is over, and this process is stopped |
/// | shut down | `shutdown`: this process goes, so its game is over; of a whole pool server `PoolConnection.shutdown` |
///
/// A process that runs already and takes game servers as they come joins a pool, and gets each server's
/// configuration in place of an environment:
///
/// ```java
/// var pool = PoolConnection.join(PoolConfiguration.fromEnvironment(), this::play, new SecureRandom());
/// // Before it stops:
/// pool.drain(Duration.ofMinutes(30)).join();
/// pool.close();
/// ```
@NullMarked
package dev.gatehouse.gameserver;

import org.jspecify.annotations.NullMarked;
