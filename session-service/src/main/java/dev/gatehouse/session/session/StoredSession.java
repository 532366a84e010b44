package dev.gatehouse.session.session;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.model.schema.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What another node needs to go on with a session.
///
/// @param device absent where the client sent no device token
/// @param proxy where its socket was opened last
/// @param firstEpoch of its stream, when it was opened
/// @param epoch of its stream now
/// @param tokenHash of the resume token
/// @param earlierTokenHash of the token before it, while it is not known that the client has the new
///     one
/// @param received how far the client has been received, as far as this record knows; the journal may
///     know more
/// @param until when it is the longest that a session may be, in ms since 1970
/// @param stream all of it, where the session moves as planned; absent where its node may be lost at
///     any time
/// @param standing groups and documents
/// @param pausedUntil when the pause that its client has announced has lasted too long, in ms since 1970;
///     0 where none is announced
/// @param playTime absent for a game without a player model, and from before it was kept
/// @param part in the player's timeline
/// @param partings of which instances its client is not known to have heard that they are none of the player's any
///     more
public record StoredSession(
        @Member(1) SessionId id,
        @Member(2) @Nullable DeviceKey device,
        @Member(3) Encoding encoding,
        @Member(4) NodeId proxy,
        @Member(5) long firstEpoch,
        @Member(6) long epoch,
        @Member(7) ByteString tokenHash,
        @Member(8) @Nullable ByteString earlierTokenHash,
        @Member(9) long received,
        @Member(10) long until,
        @Member(11) @Nullable StoredStream stream,
        @Member(12) Standing standing,
        @Member(13) long pausedUntil,
        @Member(14) @Nullable StoredPlayTime playTime,
        @Member(15) Part part,
        @Member(16) List<GameInstance> partings) {

    public StoredSession {
        partings = List.copyOf(partings);
    }

    static StoredSession of(
            SessionIdentity who,
            long firstEpoch,
            ResumeSecrets secrets,
            long received,
            long until,
            @Nullable StoredStream stream,
            Standing standing) {
        return new StoredSession(
                who.id(),
                who.device(),
                who.encoding(),
                who.proxy(),
                firstEpoch,
                who.epoch(),
                secrets.current(),
                secrets.earlier(),
                received,
                until,
                stream,
                stream == null ? standing.withoutBookmarks() : standing,
                0,
                null,
                Part.ONLY,
                List.of());
    }

    /// The same with how its client spends its time.
    ///
    /// @param untilMillis when an announced pause has lasted too long
    StoredSession spending(@Nullable StoredPlayTime time, long untilMillis) {
        return with(epoch, received, stream, standing, untilMillis, time, part, partings);
    }

    /// The same where its node has been away since then.
    ///
    /// @param millis since 1970
    public StoredSession leftAt(long millis) {
        return spending(playTime == null ? null : playTime.leftAt(millis), pausedUntil);
    }

    /// The same where nothing has come of its client yet, so that whatever the timeline has moved since this was stored
    /// it did not move.
    ///
    /// @param tick where the timeline is
    public StoredSession beginningAt(long tick) {
        return spending(playTime == null ? null : playTime.beginningAt(tick), pausedUntil);
    }

    /// The same in that part.
    StoredSession playing(Part role) {
        return with(epoch, received, stream, standing, pausedUntil, playTime, role, partings);
    }

    /// The same with these partings.
    StoredSession parting(List<GameInstance> news) {
        return with(epoch, received, stream, standing, pausedUntil, playTime, part, news);
    }

    SessionIdentity identity(PlayerKey player) {
        return new SessionIdentity(id, player, device, encoding, proxy, epoch);
    }

    ResumeRights rights() {
        return new ResumeRights(firstEpoch, new ResumeSecrets(tokenHash, earlierTokenHash));
    }

    /// The same with another epoch, for a stream that starts anew.
    ///
    /// @param received how far the client has been received
    public StoredSession anew(long epoch, long received) {
        return with(epoch, received, null, standing.withoutBookmarks(), pausedUntil, playTime, part, partings);
    }

    private StoredSession with(
            long otherEpoch,
            long otherReceived,
            @Nullable StoredStream all,
            Standing now,
            long untilMillis,
            @Nullable StoredPlayTime time,
            Part role,
            List<GameInstance> news) {
        return new StoredSession(
                id,
                device,
                encoding,
                proxy,
                firstEpoch,
                otherEpoch,
                tokenHash,
                earlierTokenHash,
                otherReceived,
                until,
                all,
                now,
                untilMillis,
                time,
                role,
                news);
    }

    /// Leaves out what must not be in a log.
    @Override
    public String toString() {
        return "StoredSession[id=%s, epoch=%d, received=%d]".formatted(id, epoch, received);
    }
}
