/// For the people who write a dedicated game server: link it to its game instance, let players in by their
/// tickets, change their models, end the game. Needs the JDK and shared-model only. Knows nothing of how
/// players talk to the game server: that is the game's own.
///
/// ```java
/// var server = GameServerConnection.connect(GameServerConfiguration.fromEnvironment(), InstantSource.system());
/// var start = server.link("game.example.org", 7777, 16);
/// server.onPlayersAdded(players -> server.connectPlayers(idsOf(players)));
/// server.connectPlayers(idsOf(start.players()));
/// var player = server.acceptPlayer(ticketThatThePlayerSent);
/// server.updatePlayer(player.playerId(), ActionMode.SYNCHRONIZED, reward, "match-1");
/// server.end("alice won");
/// ```
@NullMarked
package dev.gatehouse.gameserver;

import org.jspecify.annotations.NullMarked;
