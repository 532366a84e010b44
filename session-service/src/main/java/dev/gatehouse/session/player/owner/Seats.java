package dev.gatehouse.session.player.owner;

import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.session.PlayerSessions;
import dev.gatehouse.session.player.state.PlayerState;
import dev.gatehouse.session.player.world.PlayerWorld;
import dev.gatehouse.session.session.Continuity;
import dev.gatehouse.session.session.Part;
import dev.gatehouse.session.session.Session;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Which of a player's sessions leads the timeline, and what the others see of it: of those that live the newest
/// leads. On the player's shard.
final class Seats {

    private static final Comparator<Session> BY_RANK =
            Comparator.comparingLong(session -> session.undertakings().part().rank());

    private final PlayerWorld world;
    private final PlayerOwner owner;

    private final PerSession<Seat> seats = new PerSession<>();

    /// Newcomers that are about to open. From then on nobody older leads: what a newcomer starts with is not
    /// changed by a flush that it does not hear of.
    private final PerSession<Session> arriving = new PerSession<>();

    private long lastRank;

    /// What is in the journal, and may be shown; absent in a game without a player model.
    private @Nullable PlayerState<?> shown;

    /// @param shown what is in the journal
    Seats(PlayerWorld world, PlayerOwner owner, @Nullable PlayerState<?> shown) {
        this.world = world;
        this.owner = owner;
        this.shown = shown;
    }

    /// The part of a newcomer: it ranks above everybody who came before.
    Part next() {
        return Part.ofRank(++lastRank);
    }

    /// Of the sessions of a player the newest leads.
    static Optional<Session> leaderOf(Collection<Session> live) {
        return live.stream().max(BY_RANK);
    }

    /// A session that another node held goes on here.
    void goesOn(Session session) {
        lastRank = Math.max(lastRank, session.undertakings().part().rank());
        // One that leads and was moved may have run what its last owner did, or not.
        boolean isKnown = session.undertakings().part().looksOn() || session.continuity() == Continuity.ANEW;
        seats.put(session.identity().id(), new Seat(session, List.of(), isKnown ? shown : null));
    }

    /// A newcomer is about to open: ends the sessions that nobody has kept beside it.
    void arrives(Session newcomer, List<SessionId> kept) {
        for (var session : owner.attendance().live()) {
            if (!mayStay(session, newcomer, kept)) {
                session.end(FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION);
            }
        }
        arriving.put(newcomer.identity().id(), newcomer);
        owner.attendance().tidy();
    }

    /// Whether only those are here that may stay beside a newcomer.
    boolean mayOpen(Session newcomer, List<SessionId> kept) {
        return owner.attendance().live().stream().allMatch(session -> mayStay(session, newcomer, kept));
    }

    /// The two may come to this node in another order than the game was asked about them.
    private boolean mayStay(Session session, Session newcomer, List<SessionId> kept) {
        var seat = seats.get(session.identity().id());
        return kept.contains(session.identity().id())
                || (seat != null && seat.kept.contains(newcomer.identity().id()));
    }

    /// Ends the oldest session where there is no room for one more.
    void makeRoom() {
        var live = owner.attendance().live();
        if (live.size() >= PlayerSessions.MOST_KEPT) {
            live.stream().min(BY_RANK).ifPresent(oldest -> oldest.end(FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION));
            owner.attendance().tidy();
        }
    }

    /// The newcomers that are about to open. They are stored.
    Collection<Session> arriving() {
        return arriving.values();
    }

    /// A newcomer that was about to open is gone; nothing happens where none was.
    void leaves(SessionId newcomer) {
        arriving.remove(newcomer);
        review();
    }

    /// A newcomer opens. The caller adds it to the attendance.
    ///
    /// @param state that it starts with
    void opens(Session newcomer, List<SessionId> kept, @Nullable PlayerState<?> state) {
        newcomer.undertakings().become(newcomer.undertakings().part().leading(newcomer.equals(leader())));
        arriving.remove(newcomer.identity().id());
        seats.put(newcomer.identity().id(), new Seat(newcomer, kept, state));
    }

    /// Whether a session may flush: it leads, and what its client says it says knowing that.
    boolean mayFlush(Session session) {
        var seat = seats.get(session.identity().id());
        return seat != null && session.equals(leader()) && seat.knowsThatItLeads();
    }

    /// Whether a session's client knows which part it plays. What one says that does not know that it leads has been
    /// given up, and no other owner could tell.
    boolean isAgreed(Session session) {
        var seat = seats.get(session.identity().id());
        return seat == null || !seat.wasToldToLead() || seat.knowsThatItLeads();
    }

    private @Nullable Session leader() {
        Session newest = null;
        for (var seat : seats.values()) {
            newest = seat.session.isLive() ? newer(newest, seat.session) : newest;
        }
        for (var session : arriving.values()) {
            newest = newer(newest, session);
        }
        return newest;
    }

    private static Session newer(@Nullable Session one, Session other) {
        return one == null || BY_RANK.compare(one, other) < 0 ? other : one;
    }

    /// Looks who leads now, and who can be told what it has missed. To be called after anything that ends a
    /// session, or gives one a socket that takes more.
    void review() {
        seats.retain(owner.attendance()::has);
        var leader = leader();
        for (var seat : seats.values()) {
            boolean leads = seat.session.equals(leader);
            if (leads != seat.leads && seat.session.isLive() && owner.state() != null) {
                appoint(seat, leads, owner.state());
            }
            seat.knowsThatItLeads();
            seat.settleRefused();
            if (shown != null) {
                seat.catchUp(shown, world.now());
            }
        }
    }

    private void appoint(Seat seat, boolean leads, PlayerState<?> state) {
        seat.leads = leads;
        owner.afterwards(
                () -> {
                    // What is handed over is handed over as it was.
                    if (!owner.isLost()) {
                        seat.become(leads, state, world.now());
                        // Others may flush from here on, until the journal's receipts say nothing of it any more.
                        owner.keeper().saveSoon(seat.session);
                    }
                },
                () -> {});
    }

    /// A session's flush is refused: another one leads.
    void refused(Session session, long flush, FlushResult result) {
        var seat = seats.get(session.identity().id());
        if (seat != null) {
            seat.refuse(flush, result, world.now());
        }
    }

    /// A session's flush is in the journal.
    ///
    /// @return what its client hears, if it is thin
    @Nullable
    JsonText flushed(Session session, Flush flush, PlayerState<?> after) {
        var seat = seats.get(session.identity().id());
        return seat == null ? null : seat.flushed(flush.checksum() == null, after);
    }

    /// What was decided is in the journal.
    void changed(PlayerState<?> state) {
        shown = state;
        seats.values().forEach(seat -> seat.catchUp(state, world.now()));
    }

    /// Does something to each session whose client was told that it leads.
    void visitLeaders(Consumer<Session> step) {
        seats.values().stream()
                .filter(seat -> seat.session.isLive() && seat.wasToldToLead())
                .map(seat -> seat.session)
                .forEach(step);
    }

    /// The stream of a session starts anew.
    void replace(Session session, PlayerState<?> state) {
        Optional.ofNullable(seats.get(session.identity().id())).ifPresent(seat -> seat.replace(state, world.now()));
    }

    /// Tells everybody everything, because the next owner of the player does not know what is missing.
    void settle() {
        if (shown != null) {
            for (var seat : seats.values()) {
                seat.catchUpAnyhow(shown, world.now());
            }
        }
    }
}
