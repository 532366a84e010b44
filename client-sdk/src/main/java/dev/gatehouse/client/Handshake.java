package dev.gatehouse.client;

import dev.gatehouse.client.play.PlayLine;
import dev.gatehouse.client.recovery.Trouble;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.player.Timeline;
import dev.gatehouse.model.protocol.ClientMessage.ClientVersion;
import dev.gatehouse.model.protocol.ClientMessage.Hello;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.FrameCodec;
import dev.gatehouse.model.protocol.ServerMessage.ServerHello;
import dev.gatehouse.model.protocol.ServerMessage.SessionStarted;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What a client says first, and what it makes of the answers. Keeps nothing.
final class Handshake<M extends PlayerModel> {

    private static final int PROTOCOL = 1;
    private static final String MAGIC = "gatehouse";

    /// What came of loading a session's start.
    sealed interface Start<M extends PlayerModel> {}

    record Usable<M extends PlayerModel>(Running<M> running) implements Start<M> {}

    record Unusable<M extends PlayerModel>(String why) implements Start<M> {}

    private final ClientSettings settings;
    private final ClientGame<M> game;
    private final LongSupplier nanoTime;

    Handshake(ClientSettings settings, ClientGame<M> game, LongSupplier nanoTime) {
        this.settings = settings;
        this.game = game;
        this.nanoTime = nanoTime;
    }

    /// @param resume null for a new session
    Hello hello(Credentials credentials, @Nullable Resume resume) {
        var app = settings.version();
        var version = new ClientVersion(
                app.version(), game.model().logicVersion(), app.patch(), app.platform(), app.commitId());
        return new Hello(PROTOCOL, game.id(), credentials.token(), credentials.deviceToken(), version, resume);
    }

    /// @return null if the server is one to talk to
    @Nullable
    Trouble judge(ServerHello hello) {
        if (!hello.magic().equals(MAGIC)) {
            return Trouble.of(ConnectionError.INVALID_GAME_MAGIC);
        }
        var project = settings.version().projectId();
        if (project != null && !project.equals(hello.projectId())) {
            return Trouble.of(ConnectionError.PROJECT_ID_MISMATCH);
        }
        var spoken = hello.protocol();
        if (spoken.min() > spoken.max()) {
            return Trouble.of(ConnectionError.WIRE_PROTOCOL_VERSION_INVALID_MISMATCH);
        }
        if (PROTOCOL < spoken.min()) {
            return Trouble.of(ConnectionError.WIRE_PROTOCOL_VERSION_CLIENT_TOO_OLD);
        }
        return PROTOCOL > spoken.max() ? Trouble.of(ConnectionError.WIRE_PROTOCOL_VERSION_CLIENT_TOO_NEW) : null;
    }

    /// Loads the player's model, where there is a player, and checks that it is the one that the server has.
    Start<M> start(SessionStarted started, PlayLine.Ways<M> ways) throws DecodeException {
        var player = started.player();
        if (started.playerId().isUnauthenticated()) {
            return usable(started, null);
        }
        if (player == null) {
            return new Unusable<>("the session has no player");
        }
        if (player.logicVersion() != game.model().logicVersion()
                || player.ticksPerSecond() != game.model().ticksPerSecond()) {
            return new Unusable<>("the server plays logic version %d at %d ticks per second (expected: %d at %d)"
                    .formatted(
                            player.logicVersion(),
                            player.ticksPerSecond(),
                            game.model().logicVersion(),
                            game.model().ticksPerSecond()));
        }
        var timeline = Timeline.start(
                game.model(),
                game.model().decodeModel(player.model()),
                player.tick(),
                Instant.ofEpochMilli(player.startedAt()));
        if (!timeline.checksum().equals(player.checksum())) {
            return new Unusable<>("the model's checksum is %s here (expected: %s, as on the server)"
                    .formatted(timeline.checksum(), player.checksum()));
        }
        var now = nanoTime.getAsLong();
        return usable(started, new PlayLine<>(ways, game, settings.encoding(), player.lead(), timeline, now));
    }

    private Start<M> usable(SessionStarted started, @Nullable PlayLine<M> play) {
        var stream = new NumberedStream(FrameCodec.of(settings.encoding()), started.epoch());
        return new Usable<>(new Running<>(started, stream, play, nanoTime.getAsLong()));
    }
}
