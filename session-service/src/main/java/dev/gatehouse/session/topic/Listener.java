package dev.gatehouse.session.topic;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.GroupChange;
import dev.gatehouse.model.protocol.ServerMessage.GroupChanged;
import dev.gatehouse.registry.topic.TopicMember;
import dev.gatehouse.registry.topic.TopicNews;
import dev.gatehouse.session.session.Bookmark;
import dev.gatehouse.session.session.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A session that listens to a topic, from a number on. Until that is known it keeps what happens.
/// Guarded by its watch.
final class Listener {

    /// Entries that are kept. With more of them, they are read once it is known from where on.
    private static final int MOST_HELD = 512;

    private static final long UNKNOWN = -1;

    private final Peer peer;

    /// Absent where nobody has to be one.
    private final @Nullable TopicMember member;

    /// How far it had heard when it came here to go on as a member. Absent where it did not, or nobody knows.
    private final @Nullable Bookmark elsewhere;

    /// What it had heard before it came here, and has heard since. Absent where it begins with what
    /// happens from now on, and until it is a member.
    private @Nullable Hearing own;

    private final List<Held> held = new ArrayList<>();
    private boolean lost;
    private boolean reading;

    /// Whether it is a member no more, and is to hear that.
    private boolean expelled;

    /// Whether it has heard its last.
    private boolean over;

    private long since = UNKNOWN;

    private record Held(long number, ServerMessage.Numbered message) {}

    private Listener(Peer peer, @Nullable TopicMember member, @Nullable Hearing own, @Nullable Bookmark elsewhere) {
        this.peer = peer;
        this.member = member;
        this.own = own;
        this.elsewhere = elsewhere;
    }

    /// Somebody who need not be a member.
    ///
    /// @param from how far it has heard elsewhere; absent where it begins with what happens from now on
    static Listener of(Peer peer, @Nullable Bookmark from) {
        return new Listener(peer, null, from == null ? null : Hearing.from(from), null);
    }

    /// Somebody who is to be a member, and hears nothing before.
    static Listener of(Peer peer, Admission admission) {
        return new Listener(peer, admission.member(), null, admission.bookmark().orElse(null));
    }

    Peer peer() {
        return peer;
    }

    SessionId session() {
        return peer.session();
    }

    /// Whether it begins with what happens from now on.
    boolean awaitsNow() {
        return since == UNKNOWN && member == null && own == null;
    }

    boolean isMember() {
        return member != null && since != UNKNOWN;
    }

    boolean isOver() {
        return over;
    }

    /// The membership; absent where it has none.
    @Nullable
    TopicMember membership() {
        return isMember() ? member : null;
    }

    /// Whether it has to hear first what it has missed.
    boolean isBehind() {
        return own != null && !over;
    }

    void hear(long number, ServerMessage.Numbered message) {
        if (since == UNKNOWN) {
            hold(number, message);
        } else if (number > since) {
            tell(message);
        }
    }

    private void hold(long number, ServerMessage.Numbered message) {
        lost = lost || held.size() >= MOST_HELD;
        if (!lost) {
            held.add(new Held(number, message));
        }
    }

    /// Nothing is told after the end of a membership.
    void tell(ServerMessage.Numbered message) {
        if (!over) {
            peer.tell(message);
            over = member != null
                    && message instanceof GroupChanged(var _, var change, var _)
                    && change == GroupChange.CLOSED;
        }
    }

    /// It hears no more, whatever it waits for.
    void end() {
        over = true;
    }

    /// Tells what it hears from here on.
    ///
    /// @param position up to which it has heard everything that it is to hear
    void startAfter(long position) {
        since = position;
        own = null;
        held.forEach(each -> hear(each.number(), each.message()));
        held.clear();
    }

    /// It is a member, and goes on after that.
    void admit(Hearing after) {
        own = after;
    }

    /// Starts, if nothing lies between what it has heard and what it has kept. Not before this node knows
    /// where the topic is: what happens until then it tells nobody.
    ///
    /// @param read whether everything up to now was just read
    /// @param here how far this node has heard; absent where it does not know yet
    /// @return the number after which has to be read before it may start; empty if nothing has to
    ///     be, or is already
    Optional<Long> begin(boolean read, @Nullable Hearing here) {
        var heard = own;
        if (heard == null || here == null || reading || over) {
            return Optional.empty();
        }
        boolean isUpToDate = read || (!expelled && here.position() == heard.position());
        if (isUpToDate && !lost) {
            startAfter(heard.position());
            return Optional.empty();
        }
        reading = true;
        lost = false;
        held.clear();
        return Optional.of(heard.position());
    }

    /// Nothing has come of a read.
    void readFailed() {
        reading = false;
    }

    /// Hears what was read.
    void take(TopicNews news, Hearing.Told told) {
        reading = false;
        Objects.requireNonNull(own, "nothing was to be read").take(news, told);
    }

    /// It is a member no more, and is to hear so once it has heard what was said before.
    void expel(Hearing after) {
        own = after;
        expelled = true;
    }

    boolean isExpelled() {
        return expelled;
    }

    /// The numbers have been set back: what comes after this one has to be told.
    void fallBackTo(long number) {
        since = since == UNKNOWN ? UNKNOWN : Math.min(since, number);
    }

    /// How far it has heard; empty where it has not begun.
    ///
    /// @param here how far this node has heard
    Optional<Bookmark> bookmark(String topic, @Nullable Hearing here) {
        if (since != UNKNOWN && here != null) {
            var present = member == null ? List.<PlayerId>of() : here.present();
            return Optional.of(new Bookmark(topic, Math.max(since, here.position()), present));
        }
        return Optional.ofNullable(own)
                .map(heard -> new Bookmark(topic, heard.position(), heard.present()))
                .or(() -> Optional.ofNullable(elsewhere));
    }
}
