package dev.gatehouse.launcher.demo;

import dev.gatehouse.client.Credentials;
import dev.gatehouse.client.GatehouseClient;
import dev.gatehouse.client.guest.GuestDesk;
import dev.gatehouse.client.guest.GuestRefusedException;
import dev.gatehouse.goldrush.player.Goldrush;
import dev.gatehouse.localredis.line.CuttableLine;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who is on the stage: alice, her client, and the line between her and the proxy.
final class Cast implements AutoCloseable {

    private final GatehouseClient client;
    private final CuttableLine line;
    private @Nullable Credentials credentials;
    private @Nullable PlayerAtPlay alice;

    Cast(GatehouseClient client, CuttableLine line) {
        this.client = client;
        this.line = line;
    }

    CuttableLine line() {
        return line;
    }

    Credentials credentials() {
        return Objects.requireNonNull(credentials, "alice has no account yet");
    }

    PlayerAtPlay alice() {
        return Objects.requireNonNull(alice, "alice does not play yet");
    }

    void enter(Credentials alices) {
        credentials = alices;
    }

    /// Alice starts the game, for the first time or again.
    PlayerAtPlay play() throws InterruptedException {
        var player = PlayerAtPlay.join(client, server(), credentials());
        alice = player;
        return player;
    }

    /// Bert starts the game on a new phone, with an account of its own; whoever calls closes what is returned.
    PlayerAtPlay playAsBert(Scene scene) throws InterruptedException {
        var deviceToken = scene.freshName("bert-phone");
        try (var desk = new GuestDesk(scene.endpoints().proxy())) {
            var account = new Credentials(desk.guest(Goldrush.ID, deviceToken).token(), deviceToken);
            return PlayerAtPlay.join(client, server(), account);
        } catch (GuestRefusedException e) {
            throw new BrokenStoryException("Bert got no account: " + e.getMessage(), e);
        }
    }

    private URI server() {
        return URI.create("ws://127.0.0.1:" + line.port());
    }

    @Override
    public void close() throws IOException {
        if (alice != null) {
            alice.close();
        }
        client.close();
        line.close();
    }
}
