package dev.gatehouse.instance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.gameserver.GameServerConfiguration;
import dev.gatehouse.gameserver.GameServerConnection;
import dev.gatehouse.gameserver.GameServerException;
import dev.gatehouse.gameserver.GameServerProcess;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.schema.Encoded;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.List;

/// A game server for tests: does over one TCP connection, line by line, what it is told.
final class TestGameServerMain {

    public static void main(String[] args) throws Exception {
        GameServerProcess.exitWhenParentDies();
        try (var listener = new ServerSocket(0);
                var service = GameServerConnection.connect(
                        GameServerConfiguration.fromEnvironment(), InstantSource.system())) {
            service.onPlayersAdded(players -> service.connectPlayers(ids(players)));
            service.onTerminate(why -> System.exit(0));
            var start = service.link("127.0.0.1", listener.getLocalPort(), 16);
            service.connectPlayers(ids(start.players()));
            System.out.println("linked to " + start.instanceId());
            while (true) {
                serve(listener, service);
            }
        }
    }

    private static void serve(ServerSocket listener, GameServerConnection service) throws IOException {
        try (var socket = listener.accept();
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
                var out = new PrintWriter(socket.getOutputStream(), true, UTF_8)) {
            String line;
            while ((line = in.readLine()) != null) {
                out.println(answer(service, List.of(line.split(" ", 2))));
            }
        }
    }

    private static String answer(GameServerConnection service, List<String> words) {
        try {
            return switch (words.getFirst()) {
                case "ticket" -> accept(service, words.getLast());
                case "reward" -> "action " + reward(service, new PlayerId(words.getLast()));
                case "end" -> end(service, words.getLast());
                default -> "what?";
            };
        } catch (GameServerException e) {
            return "refused " + e.code();
        }
    }

    private static String accept(GameServerConnection service, String ticket) {
        var player = service.acceptPlayer(ticket).playerId();
        service.playerJoined(player);
        return "welcome " + player;
    }

    private static long reward(GameServerConnection service, PlayerId player) {
        var addGold = new ActionCall(101, new Encoded.Json("{\"amount\":50}"));
        return service.updatePlayer(player, ActionMode.SYNCHRONIZED, addGold, "reward-1");
    }

    private static String end(GameServerConnection service, String why) {
        service.end(why);
        return "ended";
    }

    private static List<PlayerId> ids(List<InstancePlayer> players) {
        return players.stream().map(InstancePlayer::playerId).toList();
    }

    private TestGameServerMain() {}
}
