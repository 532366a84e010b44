package dev.gatehouse.goldrush.dedicated;

import dev.gatehouse.gameserver.GameServerConfiguration;
import dev.gatehouse.gameserver.GameServerConnection;
import dev.gatehouse.gameserver.GameServerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/// Runs one game and ends: links to its instance with what its environment says, takes players, and exits with 0 when
/// there is nothing left to play, with 1 when it could not begin. `GOLDRUSH_HOST` and `GOLDRUSH_PORT` say where players
/// reach it; unless set, 127.0.0.1 and any free port.
public final class DedicatedServerMain {

    private static final System.Logger LOG = System.getLogger(DedicatedServerMain.class.getName());
    private static final int CAPACITY = 16;

    static void main() throws IOException {
        GameServerProcess.exitWhenParentDies();
        run();
        System.exit(0);
    }

    private static void run() throws IOException {
        var configuration = GameServerConfiguration.fromEnvironment();
        var host = System.getenv().getOrDefault("GOLDRUSH_HOST", "127.0.0.1");
        int port = Integer.parseInt(System.getenv().getOrDefault("GOLDRUSH_PORT", "0"));
        var over = new CompletableFuture<String>();
        try (var door = new ServerSocket(port, CAPACITY, InetAddress.getByName(host));
                var timer = Executors.newSingleThreadScheduledExecutor();
                var link = GameServerConnection.connect(configuration, InstantSource.system(), new SecureRandom())) {
            var backstage = new LinkedBackstage(link, configuration.instanceId(), () -> over.complete("it is done"));
            var lastShift = new LastShift(backstage, InstantSource.system(), timer);
            link.onChange(now -> {
                var why = now.over();
                if (why != null) {
                    over.complete(why);
                } else {
                    now.drainBy().ifPresent(lastShift::endBy);
                    link.connectPlayers(now.waiting());
                }
            });
            new MineServer(door, backstage).start();
            link.link(host, door.getLocalPort(), CAPACITY);
            LOG.log(System.Logger.Level.INFO, "the mine of {0} is open", configuration.instanceId());
            LOG.log(System.Logger.Level.INFO, "the mine is closed: {0}", over.join());
        }
    }

    private DedicatedServerMain() {}
}
