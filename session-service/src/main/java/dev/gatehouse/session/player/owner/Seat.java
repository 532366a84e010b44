package dev.gatehouse.session.player.owner;

import dev.gatehouse.model.codec.patch.JsonPatches;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.ModelPatch;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.session.player.state.PlayerState;
import dev.gatehouse.session.session.Session;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one session's client is told of its player's model: which part it plays, and what has changed. Holds at most
/// one model that is not the player's any more. On the player's shard, and only of what is in the journal.
final class Seat {

    private static final JsonText NOTHING = new JsonText("[]");

    /// The model that a client has, and when the timeline was there.
    private record Seen(PlayerModel model, long tick) {

        static Seen of(PlayerState<?> state) {
            return new Seen(state.timeline().model(), state.timeline().tick());
        }
    }

    final Session session;

    /// The sessions that the game has kept beside this one.
    final List<SessionId> kept;

    /// Whether it leads, as is decided: its client hears of it when that is in the journal.
    boolean leads;

    /// What the client has; absent where it runs everything itself, or nobody here knows.
    private @Nullable Seen seen;

    /// The number of the message that let it lead: what its client says before it has received that, it says as one
    /// that followed, or was told to. 0 where its client knows.
    private long leadsFrom;

    /// Flushes of which the client has not heard that they were refused, oldest first. Until then they do not count as
    /// received: a next owner would be taken to have done them.
    private final List<Refused> refused = new ArrayList<>();

    /// @param toldBy the number of the message that says so
    private record Refused(long flush, long toldBy) {}

    /// @param state that its client has, or is about to hear of; absent in a game without a player model, or
    ///     where nobody knows
    Seat(Session session, List<SessionId> kept, @Nullable PlayerState<?> state) {
        this.session = session;
        this.kept = kept;
        this.leads = !session.undertakings().part().follows();
        this.seen = state == null ? null : Seen.of(state);
    }

    /// Whether the client was told that it leads.
    boolean wasToldToLead() {
        return !session.undertakings().part().follows();
    }

    /// Whether the client knows that it leads.
    boolean knowsThatItLeads() {
        if (session.stream().isAcknowledged(leadsFrom)) {
            leadsFrom = 0;
        }
        return wasToldToLead() && leadsFrom == 0;
    }

    /// Tells the client that its flush was refused, as another session leads.
    void refuse(long flush, FlushResult result, long now) {
        session.send(result, now);
        refused.add(new Refused(flush, session.stream().lastNumber()));
    }

    /// Counts as received what the client has heard to be refused.
    void settleRefused() {
        while (!refused.isEmpty()
                && session.stream().isAcknowledged(refused.getFirst().toldBy())) {
            session.received().settle(refused.removeFirst().flush());
        }
    }

    /// Tells the client which part it plays, with the whole model that this is about.
    void become(boolean leader, PlayerState<?> state, long now) {
        session.undertakings().become(session.undertakings().part().leading(leader));
        leadsFrom = leader ? session.stream().lastNumber() + 1 : 0;
        if (leader) {
            session.playTime().beginAnew(state.timeline().tick(), now);
        }
        send(state, now);
    }

    /// The stream starts anew: sends what replaces everything that the client has of the player.
    /// A flush that it had given up it does not say again, and any other one it runs again on this
    /// model; unless it was refused, and the stream before has taken the word of that with it.
    void replace(PlayerState<?> state, long now) {
        leadsFrom = 0;
        if (refused.isEmpty()) {
            send(state, now);
            return;
        }
        boolean leads = wasToldToLead();
        become(false, state, now);
        refused.replaceAll(one -> new Refused(one.flush(), session.stream().lastNumber()));
        if (leads) {
            become(true, state, now);
        }
    }

    private void send(PlayerState<?> state, long now) {
        replace(session, state, now);
        seen = Seen.of(state);
    }

    /// Sends what replaces everything that a session's client has of the player.
    static void replace(Session session, PlayerState<?> state, long now) {
        boolean leads = !session.undertakings().part().follows();
        session.send(state.replacement(leads), now);
        if (leads) {
            state.undelivered(session.identity().encoding()).forEach(action -> session.send(action, now));
        }
    }

    /// The client's flush is in the journal.
    ///
    /// @return what a thin client hears: the patch from what it had; absent for one that has run the flush
    ///     itself
    @Nullable
    JsonText flushed(boolean isThin, PlayerState<?> after) {
        session.undertakings().become(session.undertakings().part().thin(isThin));
        var had = seen;
        seen = isThin ? Seen.of(after) : null;
        if (!isThin) {
            return null;
        }
        return had == null
                ? after.replacement()
                : JsonPatches.between(had.model(), after.timeline().model());
    }

    /// Tells an onlooker what has changed since it was told last, if its socket takes it now. What it does not
    /// take is told later, all at once.
    void catchUp(PlayerState<?> state, long now) {
        if (session.line().isPresent() && session.stream().flows()) {
            catchUpAnyhow(state, now);
        }
    }

    /// The same, where this is the last chance to tell it.
    @SuppressWarnings("ReferenceEquality") // What did not change is the same object.
    void catchUpAnyhow(PlayerState<?> state, long now) {
        var had = seen;
        var timeline = state.timeline();
        if (had == null
                || !session.undertakings().part().looksOn()
                || (had.model() == timeline.model() && had.tick() == timeline.tick())) {
            return;
        }
        seen = Seen.of(state);
        var patch = JsonPatches.between(had.model(), timeline.model());
        if (had.tick() != timeline.tick() || !patch.equals(NOTHING)) {
            session.send(new ModelPatch(timeline.tick(), patch), now);
        }
    }
}
