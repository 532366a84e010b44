package dev.gatehouse.goldrush.dedicated;

import dev.gatehouse.gameserver.GameServerConfiguration;
import dev.gatehouse.gameserver.GameServerConnection;
import dev.gatehouse.gameserver.GameServerProcess;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.SeatedPlayer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Runs one game and ends: links to its instance with what its environment says, takes players, and exits with 0 when
/// the game is over, with 1 when it could not be played to its end. `GOLDRUSH_HOST` and `GOLDRUSH_PORT` say where
/// players reach it; unless set, 127.0.0.1 and any free port.
public final class DedicatedServerMain {

    private static final System.Logger LOG = System.getLogger(DedicatedServerMain.class.getName());
    private static final int CAPACITY = 16;

    private enum Ending {
        OVER,
        CUT_SHORT
    }

    static void main() throws IOException {
        GameServerProcess.exitWhenParentDies();
        System.exit(run() == Ending.OVER ? 0 : 1);
    }

    private static Ending run() throws IOException {
        var configuration = GameServerConfiguration.fromEnvironment();
        var host = System.getenv().getOrDefault("GOLDRUSH_HOST", "127.0.0.1");
        int port = Integer.parseInt(System.getenv().getOrDefault("GOLDRUSH_PORT", "0"));
        var ending = new CompletableFuture<Ending>();
        try (var door = new ServerSocket(port, CAPACITY, InetAddress.getByName(host));
                var link = GameServerConnection.connect(configuration, InstantSource.system())) {
            link.onPlayersAdded(players -> link.connectPlayers(idsOf(players)));
            link.onTerminate(why -> {
                LOG.log(System.Logger.Level.INFO, "told to stop: {0}", why);
                ending.complete(Ending.OVER);
            });
            link.onLinkLost(() -> ending.complete(Ending.CUT_SHORT));
            var backstage = new LinkedBackstage(link, configuration.instanceId(), () -> ending.complete(Ending.OVER));
            var mine = new MineServer(door, backstage);
            mine.start();
            var start = link.link(host, door.getLocalPort(), CAPACITY);
            link.connectPlayers(idsOf(start.players()));
            LOG.log(System.Logger.Level.INFO, "the mine of {0} is open", configuration.instanceId());
            return ending.join();
        }
    }

    private static List<PlayerId> idsOf(List<SeatedPlayer> players) {
        return players.stream().map(SeatedPlayer::playerId).toList();
    }

    private DedicatedServerMain() {}
}
