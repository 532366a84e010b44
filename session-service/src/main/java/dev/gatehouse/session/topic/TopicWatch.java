package dev.gatehouse.session.topic;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ServerMessage.GroupChange;
import dev.gatehouse.registry.topic.Posted;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicBus;
import dev.gatehouse.registry.topic.TopicEntry;
import dev.gatehouse.registry.topic.TopicMember;
import dev.gatehouse.registry.topic.TopicNews;
import dev.gatehouse.registry.topic.TopicNews.Since;
import dev.gatehouse.registry.topic.Topics;
import dev.gatehouse.session.session.Bookmark;
import dev.gatehouse.session.session.Peer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One topic and the sessions of this node that listen to it. From any thread; never blocks.
///
/// There is one position for all of them: an entry counts when it is the next, whichever way it
/// came. One that is not the next shows a gap, and what lies in the gap is read. Where the registry
/// has forgotten it, the sessions hear what it still knows and who came and went meanwhile; the
/// rest is lost and counted. A session that comes from another node goes on where it was there:
/// what it has not heard is read for it alone.
final class TopicWatch implements TopicBus.Follower {

    private static final Logger log = LoggerFactory.getLogger(TopicWatch.class);

    private static final long UNKNOWN = -1;

    /// To read no entries.
    private static final long NO_ENTRIES = -1;

    private final Topic topic;
    private final Topics topics;
    private final Runnable missed;
    private final CatchUp catchUp = new CatchUp(() -> read(position()), this::take, this::failed);

    /// Where the topic is: thousands may begin at once where a node is lost.
    private final SharedReads<TopicNews> whereItIs = new SharedReads<>(() -> read(NO_ENTRIES));

    private final Admissions admissions;

    /// Guarded by this, as is everything below.
    private final Listeners listeners;

    /// Done when the position is known; another one after each attempt that failed.
    private CompletableFuture<Void> ready = new CompletableFuture<>();

    /// Absent until the position is known.
    private @Nullable Hearing hearing;

    private List<TopicMember> members = List.of();

    /// @param missed counts each time that something said is lost for this node
    TopicWatch(Topic topic, Topics topics, Runnable missed) {
        this.topic = topic;
        this.topics = topics;
        this.missed = missed;
        this.listeners = new Listeners(topic);
        this.admissions = new Admissions(topic, topics, this::known, this::isHere);
    }

    Topic topic() {
        return topic;
    }

    /// Lets a session hear what is said.
    ///
    /// @param from how far it has heard elsewhere; absent where it hears what is said from now on
    void listen(Peer peer, @Nullable Bookmark from) {
        var listener = Listener.of(peer, from);
        boolean isFollowed;
        synchronized (this) {
            listeners.put(listener);
            isFollowed = hearing != null;
        }
        if (isFollowed) {
            startNow(listener);
        }
        begin(listener, false);
    }

    /// Lets a listener that begins with what happens from now on begin. This node may be behind: what it has not heard
    /// yet the session may have heard on another.
    private void startNow(Listener listener) {
        whereItIs.ask().thenAccept(news -> {
            synchronized (this) {
                if (listener.awaitsNow()) {
                    listener.admit(new Hearing(news.position(), List.of()));
                }
            }
            begin(listener, false);
        });
    }

    /// Makes a session a member, or goes on with it as one. It hears the result first, then who is
    /// there already or what has happened since it was elsewhere, then what happens.
    ///
    /// @return done with the registry's word. One that goes on as a member waits for it, however long that takes;
    ///     exceptionally where it listens no more by then
    CompletionStage<Posted> admit(Peer peer, Admission admission) {
        var listener = Listener.of(peer, admission);
        synchronized (this) {
            if (!listeners.putIfAbsent(listener)) {
                admission.result().forEach(peer::tell);
                tellWhoIsThere(peer.session());
                return CompletableFuture.completedStage(new Posted.Done(position(), List.of()));
            }
        }
        return admissions
                .ask(listener, admission)
                .thenCompose(posted -> posted instanceof Posted.Done
                        ? admission.kept().thenApply(_ -> posted)
                        : CompletableFuture.completedStage(posted))
                .whenComplete((posted, _) -> {
                    switch (posted) {
                        case Posted.Done done -> admitted(listener, admission, done);
                        case Posted.Absent _ -> expelled(listener, admission);
                        case Posted.Full _ -> remove(listener);
                        case null -> remove(listener);
                    }
                });
    }

    /// Tells a member once more who is there, as far as it has heard. One that comes from elsewhere hears what has
    /// happened since when it has caught up, and a new one everything when it is a member.
    synchronized void tellWhoIsThere(SessionId session) {
        listeners
                .find(session)
                .ifPresent(listener -> listener.bookmark(topic.name(), hearing)
                        .ifPresent(heard -> tellWhoIsThere(listener, heard.present())));
    }

    private void tellWhoIsThere(Listener listener, List<PlayerId> players) {
        players.stream()
                .filter(player -> !player.equals(listener.peer().who().playerId()))
                .map(player -> TopicMessages.changed(topic, GroupChange.JOINED, player))
                .forEach(listener::tell);
    }

    /// @return done when the position is known, exceptionally where it cannot be read now
    private CompletionStage<Void> known() {
        CompletableFuture<Void> known;
        synchronized (this) {
            known = ready;
        }
        if (!known.isDone()) {
            catchUp();
        }
        return known;
    }

    private synchronized boolean isHere(Listener listener) {
        return listeners.has(listener);
    }

    private synchronized void remove(Listener listener) {
        listeners.remove(listener);
    }

    private void admitted(Listener listener, Admission admission, Posted.Done done) {
        var bookmark = admission.bookmark();
        synchronized (this) {
            admission.result().forEach(listener::tell);
            if (bookmark.isEmpty()) {
                tellWhoIsThere(listener, done.players());
            }
            listener.admit(bookmark.map(Hearing::from).orElseGet(() -> new Hearing(done.position(), done.players())));
        }
        begin(listener, bookmark.isEmpty());
    }

    /// It is no member any more, and hears that after what was said while it was one.
    private void expelled(Listener listener, Admission admission) {
        synchronized (this) {
            admission.bookmark().map(Hearing::from).ifPresentOrElse(listener::expel, () -> listeners.dismiss(listener));
        }
        begin(listener, false);
    }

    /// Lets a listener start, once it has heard what it has missed.
    ///
    /// @param read whether it has just heard all of that
    private void begin(Listener listener, boolean read) {
        Optional<Long> after;
        synchronized (this) {
            after = listener.begin(read, hearing);
            listeners.tidy(listener);
        }
        after.ifPresent(number -> read(number)
                .thenAccept(news -> bringUpToDate(listener, news))
                .exceptionally(failure -> {
                    log.warn("{} cannot go on with {} yet: {}", listener.session(), topic, failure.toString());
                    readFailed(listener);
                    return null;
                }));
    }

    private synchronized void readFailed(Listener listener) {
        listener.readFailed();
    }

    private void bringUpToDate(Listener listener, TopicNews news) {
        synchronized (this) {
            note(news);
            if (listener.isExpelled() && news.since() != Since.THERE) {
                // Of what is made up for, it hears nothing but its own end.
                listeners.dismiss(listener);
                return;
            }
            listener.take(news, (_, entry) -> listeners.tell(listener, entry));
            if (listener.isExpelled()) {
                listeners.dismiss(listener);
            }
        }
        begin(listener, true);
    }

    /// Lets a session hear no more.
    ///
    /// @return how far it has heard; empty where it does not listen
    synchronized Optional<Bookmark> forget(SessionId session) {
        return listeners.remove(session).flatMap(listener -> {
            var bookmark = listener.bookmark(topic.name(), hearing);
            listener.end();
            return bookmark;
        });
    }

    /// Whether a session is a member of whom the registry may not know that it is here.
    boolean isWaiting(SessionId session) {
        return admissions.isWaiting(session);
    }

    synchronized boolean listens(SessionId session) {
        return listeners.has(session);
    }

    @Override
    public void connected() {
        catchUp();
    }

    @Override
    public void heard(long number, TopicEntry entry) {
        synchronized (this) {
            if (hearing != null && (hearing.hasHeard(number) || hearing.hear(number, entry, listeners::tell))) {
                return;
            }
        }
        catchUp();
    }

    /// Reads what this node has not heard.
    void catchUp() {
        catchUp.run();
    }

    private CompletionStage<TopicNews> read(long after) {
        try {
            return topics.read(topic, after);
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private void failed(Throwable failure) {
        log.warn("What happened in {} cannot be read: {}", topic, failure.toString());
        CompletableFuture<Void> waiting;
        synchronized (this) {
            if (hearing != null) {
                return;
            }
            waiting = ready;
            ready = new CompletableFuture<>();
        }
        waiting.completeExceptionally(failure);
    }

    private void take(TopicNews news) {
        CompletableFuture<Void> waiting;
        List<TopicMember> swept;
        List<Listener> behind;
        List<Listener> awaiting = List.of();
        synchronized (this) {
            members = news.members();
            if (hearing == null) {
                hearing = new Hearing(news.position(), Hearing.playersOf(news));
                listeners.startAfter(news.position());
            } else {
                goOn(hearing, news);
                awaiting = listeners.awaitingNow();
            }
            waiting = ready;
            // The members here that others took for gone, because nothing was heard of this node for long.
            swept = listeners.missingIn(sessionsOf(news));
            behind = listeners.behind();
        }
        // Outside, because others go on from here.
        waiting.complete(null);
        admissions.askAgain();
        swept.forEach(member -> topics.join(topic, member, Integer.MAX_VALUE));
        behind.forEach(listener -> begin(listener, false));
        awaiting.forEach(this::startNow);
    }

    private void goOn(Hearing known, TopicNews news) {
        if (news.since() != Since.THERE) {
            note(news);
            listeners.fallBackTo(Hearing.startOf(news));
            // Whoever is dismissed hears of nobody's leaving.
            listeners.dismissAllBut(sessionsOf(news));
        }
        known.take(news, listeners::tell);
    }

    private void note(TopicNews news) {
        if (news.since() == Since.FORGOTTEN) {
            log.warn("{} has forgotten something that was not heard here; it is at {}.", topic, news.position());
            missed.run();
        }
    }

    private static List<SessionId> sessionsOf(TopicNews news) {
        return news.members().stream().map(TopicMember::session).toList();
    }

    private synchronized long position() {
        return hearing == null ? UNKNOWN : hearing.position();
    }

    /// The members as they were when the topic was last read.
    synchronized List<TopicMember> members() {
        return members;
    }

    synchronized boolean isUnused() {
        return listeners.isEmpty();
    }

    /// Whether something has to be read that could not be read before.
    synchronized boolean isBehind() {
        return hearing == null
                || !listeners.behind().isEmpty()
                || !listeners.awaitingNow().isEmpty()
                || !admissions.isEmpty();
    }
}
