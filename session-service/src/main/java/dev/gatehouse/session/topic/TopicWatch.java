package dev.gatehouse.session.topic;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.GroupChange;
import dev.gatehouse.registry.topic.Posted;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicBus;
import dev.gatehouse.registry.topic.TopicEntry;
import dev.gatehouse.registry.topic.TopicMember;
import dev.gatehouse.registry.topic.TopicNews;
import dev.gatehouse.registry.topic.Topics;
import dev.gatehouse.session.session.Peer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One topic and the sessions of this node that listen to it. From any thread; never blocks.
///
/// There is one position for all of them: an entry counts when it is the next, whichever way it came. One that is not
/// the next shows a gap, and what lies in the gap is read. Where the registry has forgotten it, the sessions hear what
/// it still knows and who came and went meanwhile; the rest is lost and counted.
final class TopicWatch implements TopicBus.Follower {

    private static final Logger log = LoggerFactory.getLogger(TopicWatch.class);

    private static final long UNKNOWN = -1;

    private final Topic topic;
    private final Topics topics;
    private final Runnable missed;

    /// Everything below is guarded by this.
    private final Map<SessionId, Listener> listeners = new HashMap<>();

    /// Done when the position is known; another one after each attempt that failed.
    private CompletableFuture<Void> ready = new CompletableFuture<>();

    private long position = UNKNOWN;
    private long closedAt = UNKNOWN;
    private boolean reading;
    private boolean readAgain;
    private Set<PlayerId> present = new LinkedHashSet<>();
    private List<TopicMember> members = List.of();

    /// @param missed counts each time that something said is lost for this node
    TopicWatch(Topic topic, Topics topics, Runnable missed) {
        this.topic = topic;
        this.topics = topics;
        this.missed = missed;
    }

    Topic topic() {
        return topic;
    }

    /// Lets a session hear what is said from now on.
    synchronized void listen(Peer peer) {
        var listener = new Listener(peer, null);
        listeners.put(peer.session(), listener);
        if (position != UNKNOWN) {
            listener.startAfter(position);
        }
    }

    /// Makes a session a member. It hears the result first, then who is there already, then what happens.
    ///
    /// @param result told if that is done
    CompletionStage<Posted> join(Peer peer, TopicMember member, int most, List<ServerMessage.Numbered> result) {
        var listener = new Listener(peer, member);
        CompletableFuture<Void> known;
        boolean isKnown;
        synchronized (this) {
            if (listeners.putIfAbsent(peer.session(), listener) != null) {
                result.forEach(peer::tell);
                return CompletableFuture.completedStage(new Posted.Done(position, List.of()));
            }
            known = ready;
            isKnown = position != UNKNOWN;
        }
        if (!isKnown) {
            catchUp();
        }
        return known.thenCompose(_ -> topics.join(topic, member, most)).whenComplete((posted, _) -> {
            if (posted instanceof Posted.Done done) {
                joined(listener, done, result);
            } else {
                forget(peer.session());
            }
        });
    }

    private synchronized void joined(Listener listener, Posted.Done done, List<ServerMessage.Numbered> result) {
        result.forEach(listener.peer()::tell);
        done.players().stream()
                .filter(player -> !player.equals(listener.peer().who().playerId()))
                .map(player -> TopicMessages.changed(topic, GroupChange.JOINED, player))
                .forEach(listener.peer()::tell);
        listener.startAfter(done.position());
        if (closedAt > done.position()) {
            listeners.remove(listener.session(), listener);
        }
    }

    /// Lets a session hear no more.
    synchronized void forget(SessionId session) {
        listeners.remove(session);
    }

    synchronized boolean listens(SessionId session) {
        return listeners.containsKey(session);
    }

    @Override
    public void connected() {
        catchUp();
    }

    @Override
    public void heard(long number, TopicEntry entry) {
        synchronized (this) {
            if (position != UNKNOWN && number <= position) {
                return;
            }
            if (number == position + 1) {
                pass(entry);
                return;
            }
        }
        catchUp();
    }

    /// Reads what this node has not heard.
    void catchUp() {
        long after;
        synchronized (this) {
            readAgain = reading;
            if (reading) {
                return;
            }
            reading = true;
            after = position;
        }
        topics.read(topic, after).whenComplete((news, failure) -> {
            if (failure == null) {
                take(news, after);
            } else {
                failed(failure);
            }
            boolean again;
            synchronized (this) {
                reading = false;
                again = readAgain && failure == null;
            }
            if (again) {
                catchUp();
            }
        });
    }

    private void failed(Throwable failure) {
        log.warn("What happened in {} cannot be read: {}", topic, failure.toString());
        CompletableFuture<Void> waiting;
        synchronized (this) {
            if (position != UNKNOWN) {
                return;
            }
            waiting = ready;
            ready = new CompletableFuture<>();
        }
        waiting.completeExceptionally(failure);
    }

    private void take(TopicNews news, long after) {
        CompletableFuture<Void> waiting;
        List<TopicMember> swept;
        synchronized (this) {
            members = news.members();
            if (after == UNKNOWN) {
                start(news);
            } else {
                goOn(news);
            }
            waiting = ready;
            swept = swept();
        }
        // Outside, because others go on from here.
        waiting.complete(null);
        swept.forEach(member -> topics.join(topic, member, Integer.MAX_VALUE));
    }

    /// The members here that others took for gone, because nothing was heard of this node for long.
    private List<TopicMember> swept() {
        var known = members.stream().map(TopicMember::session).toList();
        return listeners.values().stream()
                .flatMap(listener -> listener.membership().stream())
                .filter(member -> !known.contains(member.session()))
                .toList();
    }

    private void start(TopicNews news) {
        position = news.position();
        present = playersOf(news);
        listeners.values().stream()
                .filter(listener -> !listener.isJoining())
                .forEach(listener -> listener.startAfter(position));
    }

    private void goOn(TopicNews news) {
        switch (news.since()) {
            case THERE -> {
                long number = news.position() - news.entries().size();
                for (var entry : news.entries()) {
                    number++;
                    if (number == position + 1) {
                        pass(entry);
                    }
                }
            }
            case NEW_START -> makeUpFor(news);
            case FORGOTTEN -> {
                log.warn("{} has forgotten what happened after {}; it is at {}.", topic, position, news.position());
                missed.run();
                makeUpFor(news);
            }
        }
    }

    /// Says what is still known to have been said, then who came and went on the whole.
    private void makeUpFor(TopicNews news) {
        position = news.position() - news.entries().size();
        listeners.values().forEach(listener -> listener.fallBackTo(position));
        for (var entry : news.entries()) {
            position++;
            if (entry instanceof TopicEntry.Said) {
                tell(entry);
            }
        }
        // Whoever is dismissed hears of nobody's leaving.
        dismissAllBut(news.members().stream().map(TopicMember::session).toList());
        var now = playersOf(news);
        now.stream().filter(player -> !present.contains(player)).forEach(player -> tell(new TopicEntry.Joined(player)));
        present.stream().filter(player -> !now.contains(player)).forEach(player -> tell(new TopicEntry.Left(player)));
        present = now;
    }

    private void dismissAllBut(List<SessionId> still) {
        var dismissed = listeners.values().stream()
                .filter(listener -> listener.isMember() && !still.contains(listener.session()))
                .toList();
        dismissed.forEach(listener -> {
            listeners.remove(listener.session());
            listener.peer().tell(TopicMessages.changed(topic, GroupChange.CLOSED, null));
        });
    }

    /// Counts an entry and tells everybody who listens.
    private void pass(TopicEntry entry) {
        position++;
        tell(entry);
        switch (entry) {
            case TopicEntry.Joined(var player) -> present.add(player);
            case TopicEntry.Left(var player) -> present.remove(player);
            case TopicEntry.Closed _ -> {
                closedAt = position;
                present.clear();
                listeners.values().removeIf(Listener::isMember);
            }
            case TopicEntry.Said _ -> {}
        }
    }

    private void tell(TopicEntry entry) {
        TopicMessages.of(topic, entry)
                .ifPresent(message -> listeners.values().forEach(listener -> listener.hear(position, message)));
    }

    private static Set<PlayerId> playersOf(TopicNews news) {
        var players = new LinkedHashSet<PlayerId>();
        news.members().forEach(member -> players.add(member.player()));
        return players;
    }

    /// The members as they were when the topic was last read.
    synchronized List<TopicMember> members() {
        return members;
    }

    synchronized boolean isUnused() {
        return listeners.isEmpty();
    }

    /// Whether it is known from where on entries count.
    synchronized boolean isStarted() {
        return position != UNKNOWN;
    }
}
