package dev.gatehouse.launcher.simulator.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.gameserver.GameServerConfiguration;
import dev.gatehouse.gameserver.GameServerConnection;
import dev.gatehouse.gameserver.GameServerException;
import dev.gatehouse.gameserver.GameServerProcess;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.schema.Encoded;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// What an SDK needs to be checked with `--door`: a server without a game. This is the Java SDK's.
final class SdkServerMain {

    private static final int CAPACITY = 16;
    private static final int MOST_ATTEMPTS = 10;
    private static final long FIRST_PAUSE_MILLIS = 100;

    private final GameServerConnection server;
    private int updates;

    private SdkServerMain(GameServerConnection server) {
        this.server = server;
    }

    public static void main() throws IOException {
        GameServerProcess.exitWhenParentDies();
        var configuration = GameServerConfiguration.fromEnvironment();
        var door = new ServerSocket(0, CAPACITY, InetAddress.getLoopbackAddress());
        var server = GameServerConnection.connect(configuration, InstantSource.system(), new SecureRandom());
        server.onChange(now -> {
            if (now.isOver()) {
                System.exit(0);
            } else if (now.drainBy().isPresent()) {
                server.end("drained");
            } else {
                server.connectPlayers(now.waiting());
            }
        });
        server.link("localhost", door.getLocalPort(), CAPACITY);
        new SdkServerMain(server).serve(door);
    }

    private void serve(ServerSocket door) throws IOException {
        while (true) {
            try (var visitor = door.accept()) {
                visitor.getOutputStream().write((answer(visitor) + "\n").getBytes(UTF_8));
            }
        }
    }

    private String answer(Socket visitor) throws IOException {
        var in = new BufferedReader(new InputStreamReader(visitor.getInputStream(), UTF_8));
        var words = String.valueOf(in.readLine()).split(" ", -1);
        return words[0].equals("JOIN") ? join(words[1]) : update(new PlayerId(words[1]));
    }

    private String join(String ticket) {
        try {
            return "WELCOME " + server.acceptPlayer(ticket).playerId();
        } catch (GameServerException e) {
            return "REFUSED " + e.code();
        }
    }

    private String update(PlayerId player) {
        var key = "update-" + ++updates;
        var action = new ActionCall(1, new Encoded.Json("{}"));
        for (int attempt = 1; ; attempt++) {
            try {
                server.updatePlayer(player, ActionMode.SYNCHRONIZED, action, key);
                return "DONE";
            } catch (GameServerException e) {
                if (!e.isRetryable() || attempt == MOST_ATTEMPTS) {
                    return "FAILED " + e.code();
                }
                pause(FIRST_PAUSE_MILLIS * attempt);
            }
        }
    }

    private static void pause(long millis) {
        var _ = new CompletableFuture<Void>()
                .completeOnTimeout(null, millis, TimeUnit.MILLISECONDS)
                .join();
    }
}
