package dev.gatehouse.client;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.ServerMessage.SessionResumed;
import dev.gatehouse.model.protocol.ServerMessage.SessionStarted;
import java.time.Duration;

/// The session that the server gave us, with or without a socket.
final class Running<M extends PlayerModel> {

    final SessionId id;
    final PlayerId playerId;
    final Duration keepAlive;
    final long maxFrameBytes;
    final NumberedStream stream;
    final Play<M> play;
    final Tempo tempo;
    private String resumeToken;
    private long epoch;

    Running(SessionStarted started, NumberedStream stream, Play<M> play, Tempo tempo) {
        this.id = started.sessionId();
        this.playerId = started.playerId();
        this.keepAlive = Duration.ofMillis(Math.max(1_000, started.keepAliveMillis()));
        this.maxFrameBytes = started.limits().maxInboundBytes();
        this.resumeToken = started.resumeToken();
        this.epoch = started.epoch();
        this.stream = stream;
        this.play = play;
        this.tempo = tempo;
    }

    void resumed(SessionResumed resumed) {
        resumeToken = resumed.resumeToken();
        epoch = resumed.epoch();
    }

    Resume toResume() {
        return new Resume(id, resumeToken, epoch, stream.received());
    }
}
