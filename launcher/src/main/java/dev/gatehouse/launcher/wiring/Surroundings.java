package dev.gatehouse.launcher.wiring;

import dev.gatehouse.launcher.keys.DevelopmentTokens;
import dev.gatehouse.launcher.settings.Ports;
import dev.gatehouse.launcher.simulator.Players;
import dev.gatehouse.launcher.simulator.http.InstanceApi;
import dev.gatehouse.launcher.simulator.http.PlayersStandIn;
import dev.gatehouse.launcher.simulator.line.LinkEvent;
import dev.gatehouse.launcher.simulator.line.LinkLine;
import dev.gatehouse.launcher.simulator.redis.Announcement;
import dev.gatehouse.model.id.GameId;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.function.Consumer;

/// What stands around a game-instance-service that is alone: its players, the way of game servers
/// to it, and a backend.
record Surroundings(PlayersStandIn standIn, LinkLine line, InstanceApi api) implements Closeable {

    static Surroundings open(Ports ports, DevelopmentTokens tokens, Players players, Consumer<LinkEvent> watcher)
            throws IOException {
        var line = LinkLine.open(ports.line(), ports.instance(), watcher, System::nanoTime);
        var service = URI.create("http://127.0.0.1:" + ports.instance());
        return new Surroundings(
                PlayersStandIn.open(players),
                line,
                new InstanceApi(HttpClient.newHttpClient(), service, tokens::operator));
    }

    /// Once Redis is there: game-instance-service is to find the players. Blocks.
    void announce(Ports ports, List<GameId> games) {
        Announcement.make(ports.redis(), standIn.url(), games);
    }

    @Override
    public void close() throws IOException {
        line.close();
        standIn.close();
    }
}
