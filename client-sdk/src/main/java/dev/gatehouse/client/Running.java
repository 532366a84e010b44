package dev.gatehouse.client;

import dev.gatehouse.client.play.PlayLine;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.ServerMessage.SessionResumed;
import dev.gatehouse.model.protocol.ServerMessage.SessionStarted;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The session that the server gave us, with or without a socket.
final class Running<M extends PlayerModel> {

    final SessionId id;
    final PlayerId playerId;
    final Duration keepAlive;
    final Duration resumeWindow;
    final long maxFrameBytes;
    final NumberedStream stream;
    final Pulse pulse;
    private String resumeToken;

    /// Absent in an unauthenticated session.
    private final @Nullable PlayLine<M> play;

    /// Whether the client has logged in, and the player's own session is to follow.
    private boolean over;

    /// The epoch that the last hello named.
    private long shownEpoch;

    Running(SessionStarted started, NumberedStream stream, @Nullable PlayLine<M> play, long nowNanos) {
        this.id = started.sessionId();
        this.playerId = started.playerId();
        this.keepAlive = Duration.ofMillis(Math.max(1_000, started.keepAliveMillis()));
        this.resumeWindow = Duration.ofMillis(Math.max(0, started.resumeWindowMillis()));
        this.maxFrameBytes = started.limits().maxInboundBytes();
        this.resumeToken = started.resumeToken();
        this.stream = stream;
        this.play = play;
        this.pulse = new Pulse(keepAlive, nowNanos);
        this.shownEpoch = stream.epoch();
    }

    boolean isAuthenticated() {
        return !playerId.isUnauthenticated();
    }

    /// @throws IllegalStateException in an unauthenticated session
    PlayLine<M> play() {
        if (play == null) {
            throw new IllegalStateException("no player: the session is unauthenticated");
        }
        return play;
    }

    /// Empty in an unauthenticated session.
    Optional<PlayLine<M>> played() {
        return Optional.ofNullable(play);
    }

    void onSocket(long nowNanos) {
        pulse.onSocket(nowNanos);
        played().ifPresent(line -> line.onSocket(nowNanos));
    }

    boolean hasActions() {
        return play != null && play.hasActions();
    }

    /// @return what ends the session, if anything
    @Nullable
    ConnectionError beat(long nowNanos) {
        return play == null ? null : play.beat(nowNanos);
    }

    /// The server has taken a token.
    ///
    /// @return whether this session is over with that
    boolean loggedIn() {
        over = !isAuthenticated();
        return over;
    }

    boolean isOver() {
        return over;
    }

    void resumed(SessionResumed resumed) {
        resumeToken = resumed.resumeToken();
    }

    /// How long after a loss the server may still have the session: it begins to count when it notices
    /// the loss itself.
    Duration resumableFor() {
        return resumeWindow.plus(keepAlive.multipliedBy(2));
    }

    /// What a hello says.
    Resume show() {
        shownEpoch = stream.epoch();
        return new Resume(id, resumeToken, shownEpoch, stream.received());
    }

    /// Whether the server may believe that we do not know this epoch, because the hello of the socket
    /// that it speaks on named an earlier one.
    boolean mayBeToldOf(long epoch) {
        return shownEpoch < epoch;
    }
}
