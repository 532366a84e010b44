package dev.gatehouse.session.player.owner;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.registry.session.KeepResult;
import dev.gatehouse.registry.session.KeptSessions;
import dev.gatehouse.registry.session.SessionRecord;
import dev.gatehouse.registry.session.WriteNumber;
import dev.gatehouse.session.player.state.PlayerState;
import dev.gatehouse.session.player.world.PlayerWorld;
import dev.gatehouse.session.session.Continuity;
import dev.gatehouse.session.session.Session;
import dev.gatehouse.session.session.StoredSession;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings back the sessions that another node held of a player that was just loaded. Thread-safe.
final class Survivors {

    private static final Logger log = LoggerFactory.getLogger(Survivors.class);

    private static final ProtoCodec<StoredSession> CODEC = ProtoCodec.of(StoredSession.class);

    private final PlayerWorld world;

    /// How long sessions are without a node.
    ///
    /// @param since the last sign of life of the one before, in ms since 1970
    /// @param until when nobody waits for a client without a pause any more, by the monotonic clock
    private record Absence(long since, long until) {}

    Survivors(PlayerWorld world) {
        this.world = world;
    }

    static SessionRecord encode(StoredSession session) {
        return new SessionRecord(session.id(), CODEC.encodeToByteString(session));
    }

    /// The player with its sessions. What is stored of them is replaced before anybody hears of them:
    /// where this node is lost as well, nobody may go on from where the one before it was.
    CompletionStage<Loaded> of(Loaded.Ready player, KeptSessions kept) {
        long now = world.now();
        var sinceRenewal = world.keepSessions().minus(kept.remaining());
        var absence = new Absence(
                world.time().minus(sinceRenewal).toEpochMilli(),
                now + world.resumable().minus(sinceRenewal).toNanos());
        var sessions = kept.sessions().stream()
                .flatMap(record -> goingOn(player, record, absence, now).stream())
                .toList();
        refill(sessions, player.state(), now);
        if (sessions.isEmpty()) {
            return CompletableFuture.completedFuture(player);
        }
        var records =
                sessions.stream().map(Session::stored).map(Survivors::encode).toList();
        return world.keptSessions()
                .store(player.lease(), records, world.keepSessions(), WriteNumber.beginning(1))
                .thenApply(result -> switch (result) {
                    case KeepResult.Kept _ -> player.with(sessions);
                    case KeepResult.Fenced _, KeepResult.Unconfirmed _ -> new Loaded.Unavailable();
                });
    }

    /// @return empty where it cannot be read, or makes no sense: one session is no reason to lose a player
    private Optional<Session> goingOn(Loaded.Ready player, SessionRecord record, Absence absence, long now) {
        try {
            var stored = CODEC.decode(record.bytes()).leftAt(absence.since());
            var session = goingOn(player, stored, absence.until(), now);
            session.tick(now);
            if (session.isOver()) {
                // Its client has been away for too long; what is stored of it would take up another one's place.
                var _ = world.keptSessions().forget(player.lease(), record.id());
            }
            return Optional.of(session).filter(Session::isLive);
        } catch (DecodeException | IllegalArgumentException e) {
            log.warn(
                    "Session {} of {} cannot go on: {}",
                    record.id(),
                    player.lease().player(),
                    e.toString());
            return Optional.empty();
        }
    }

    private Session goingOn(Loaded.Ready player, StoredSession stored, long until, long now) {
        var state = player.state();
        var received =
                Math.max(stored.received(), state == null ? 0 : state.receipts().of(stored.id()));
        var from = stored.stream() == null
                ? stored.anew(Math.max(player.lease().epoch(), stored.epoch() + 1), received)
                : stored;
        // It was stored before it opened, and an older session played on until then.
        var begun = received == 0 && state != null
                ? from.beginningAt(state.timeline().tick())
                : from;
        return Session.goingOn(player.lease().player(), begun, world.sessions(), until, now);
    }

    /// Sends to those whose stream starts anew what replaces everything that they had of the player.
    private static void refill(List<Session> sessions, @Nullable PlayerState<?> state, long now) {
        var leader = Seats.leaderOf(sessions);
        for (var session : sessions) {
            if (session.continuity() == Continuity.ANEW && state != null) {
                boolean leads = leader.filter(session::equals).isPresent();
                var before = session.undertakings().part();
                if (leads && before.follows()) {
                    session.playTime().beginAnew(state.timeline().tick(), now);
                }
                session.undertakings().become(before.leading(leads));
                Seat.replace(session, state, now);
            }
            if (session.continuity() == Continuity.ANEW) {
                Delivery.tellPartings(session, now);
            }
        }
    }
}
