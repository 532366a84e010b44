package dev.gatehouse.instance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.gameserver.GameServerConfiguration;
import dev.gatehouse.gameserver.GameServerConnection;
import dev.gatehouse.gameserver.GameServerException;
import dev.gatehouse.gameserver.GameServerProcess;
import dev.gatehouse.gameserver.NewInstance;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.LinkedInstance;
import dev.gatehouse.model.partner.SeatedPlayer;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.schema.Encoded;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A game server for tests: does over one TCP connection, line by line, what it is told.
final class TestGameServerMain {

    static final int CAPACITY = 16;

    private final ServerSocket listener = new ServerSocket(0);
    private GameServerConnection service;
    private volatile boolean isEnding; // By its own word, whose answer somebody waits for.

    private TestGameServerMain() throws IOException {
        service = connect(GameServerConfiguration.fromEnvironment());
        System.out.println("linked to " + link().instanceId());
    }

    public static void main(String[] args) throws Exception {
        GameServerProcess.exitWhenParentDies();
        var server = new TestGameServerMain();
        while (true) {
            server.serve();
        }
    }

    private GameServerConnection connect(GameServerConfiguration configuration) {
        var connected = GameServerConnection.connect(configuration, InstantSource.system(), new SecureRandom());
        connected.onChange(now -> {
            if (!now.isOver()) {
                connected.connectPlayers(now.waiting());
            } else if (!isEnding) {
                System.exit(0);
            }
        });
        return connected;
    }

    private LinkedInstance link() {
        return service.link("127.0.0.1", listener.getLocalPort(), CAPACITY);
    }

    private void serve() throws IOException {
        try (var socket = listener.accept();
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
                var out = new PrintWriter(socket.getOutputStream(), true, UTF_8)) {
            String line;
            while ((line = in.readLine()) != null) {
                out.println(answer(List.of(line.split(" ", 2))));
            }
        }
    }

    private String answer(List<String> words) {
        try {
            return switch (words.getFirst()) {
                case "ticket" -> accept(words.getLast());
                case "reward" -> "action " + reward(new PlayerId(words.getLast()));
                case "end" -> end(words.getLast());
                case "shutdown" -> shutdown(words.getLast());
                case "players" -> players();
                case "declined" -> ids(service.now().declined().stream());
                case "host" -> host(words.getLast());
                case "drained" -> drained();
                case "unlink" -> unlink();
                case "link" -> linkAgain();
                default -> "what?";
            };
        } catch (GameServerException e) {
            return "refused " + e.code();
        }
    }

    private String accept(String ticket) {
        var player = service.acceptPlayer(ticket).playerId();
        service.playerJoined(player);
        return "welcome " + player;
    }

    private long reward(PlayerId player) {
        var addGold = new ActionCall(101, new Encoded.Json("{\"amount\":50}"));
        return service.updatePlayer(player, ActionMode.SYNCHRONIZED, addGold, "reward-1");
    }

    /// Who has a place, as the server knows.
    private String players() {
        return ids(service.now().instance().players().stream().map(SeatedPlayer::playerId));
    }

    private static String ids(Stream<PlayerId> players) {
        return players.map(PlayerId::value).collect(Collectors.joining(" "));
    }

    /// A further instance, of one player, for as long as this process lives.
    private String host(String player) {
        var seat = new InstancePlayer(new PlayerId(player), 0);
        var wish = new NewInstance(
                "hosted-for-" + player,
                "127.0.0.1",
                listener.getLocalPort(),
                CAPACITY,
                List.of(seat),
                null,
                null,
                null);
        var further =
                GameServerConnection.connect(service.createInstance(wish), InstantSource.system(), new SecureRandom());
        further.onChange(now -> {
            if (!now.isOver()) {
                further.connectPlayers(now.waiting());
            }
        });
        return "hosting "
                + further.link(wish.host(), wish.port(), wish.capacity()).instanceId();
    }

    /// Whether it is to bring its game to an end.
    private String drained() {
        return service.now().drainBy().map(by -> "by " + by.toEpochMilli()).orElse("goes on");
    }

    private String unlink() {
        service.close();
        return "unlinked";
    }

    /// With the newest pair of tokens that it was told of.
    private String linkAgain() {
        service = connect(service.configuration());
        return "linked to " + link().instanceId();
    }

    private String end(String why) {
        isEnding = true;
        service.end(why);
        return "ended";
    }

    private String shutdown(String why) {
        isEnding = true;
        service.shutdown(why);
        return "gone";
    }
}
