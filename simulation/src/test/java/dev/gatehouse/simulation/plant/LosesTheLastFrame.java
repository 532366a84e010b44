package dev.gatehouse.simulation.plant;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.session.KeepResult;
import dev.gatehouse.registry.session.KeptSessions;
import dev.gatehouse.registry.session.PlayerSessions;
import dev.gatehouse.registry.session.SessionRecord;
import dev.gatehouse.registry.session.WriteNumber;
import dev.gatehouse.session.session.StoredSession;
import dev.gatehouse.session.session.StoredStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// Forgets the last message of a stream that is handed over: the next one gets its number.
public record LosesTheLastFrame(PlayerSessions sessions) implements PlayerSessions {

    private static final ProtoCodec<StoredSession> CODEC = ProtoCodec.of(StoredSession.class);

    @Override
    public CompletionStage<KeptSessions> load(PlayerKey player) {
        return sessions.load(player)
                .thenApply(kept -> new KeptSessions(
                        kept.sessions().stream()
                                .map(LosesTheLastFrame::shortened)
                                .toList(),
                        kept.remaining()));
    }

    private static SessionRecord shortened(SessionRecord record) {
        try {
            var session = CODEC.decode(record.bytes());
            var stream = session.stream();
            return stream == null || stream.frames().isEmpty()
                    ? record
                    : new SessionRecord(record.id(), CODEC.encodeToByteString(with(session, shortened(stream))));
        } catch (DecodeException e) {
            throw new AssertionError(e);
        }
    }

    private static StoredSession with(StoredSession session, StoredStream stream) {
        return new StoredSession(
                session.id(),
                session.device(),
                session.encoding(),
                session.proxy(),
                session.firstEpoch(),
                session.epoch(),
                session.tokenHash(),
                session.earlierTokenHash(),
                session.received(),
                session.until(),
                stream,
                session.standing(),
                session.pausedUntil(),
                session.playTime(),
                session.part(),
                session.partings());
    }

    private static StoredStream shortened(StoredStream stream) {
        long last = stream.lastNumber() - 1;
        return new StoredStream(
                last,
                Math.min(stream.acknowledged(), last),
                Math.min(stream.transmitted(), last),
                stream.frames().subList(0, stream.frames().size() - 1),
                stream.held());
    }

    @Override
    public CompletionStage<KeepResult> store(
            Lease lease, List<SessionRecord> records, Duration keep, WriteNumber first) {
        return sessions.store(lease, records, keep, first);
    }

    @Override
    public CompletionStage<KeepResult> forget(Lease lease, SessionId session) {
        return sessions.forget(lease, session);
    }
}
