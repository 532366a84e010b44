package dev.gatehouse.session.topic;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.topic.Posted;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicBus;
import dev.gatehouse.registry.topic.TopicMember;
import dev.gatehouse.registry.topic.Topics;
import dev.gatehouse.session.session.Bookmark;
import dev.gatehouse.session.session.Peer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The topics that sessions of this node listen to: each is followed once, from the first listener to the last. From
/// any thread; never blocks.
public final class Watches {

    private static final Logger log = LoggerFactory.getLogger(Watches.class);

    /// Leaves that the registry could not take, and that are tried again. The members above that are found by their
    /// topic's end alone.
    private static final int MAX_OWED = 100_000;

    private final Topics topics;
    private final TopicBus bus;
    private final Runnable missed;

    /// Guarded by this, as are the next two.
    private final Map<Topic, TopicWatch> watches = new HashMap<>();

    private final Map<Place, Long> goneSince = new HashMap<>();
    private final Set<Place> owed = new LinkedHashSet<>();

    /// @param isElsewhere whether the registry may know the member on another node still
    private record Place(Topic topic, TopicMember member, boolean isElsewhere) {

        Place(Topic topic, TopicMember member) {
            this(topic, member, false);
        }
    }

    /// @param missed counts each time that something said is lost for this node
    public Watches(Topics topics, TopicBus bus, Runnable missed) {
        this.topics = topics;
        this.bus = bus;
        this.missed = missed;
    }

    /// Lets a session hear what is said.
    ///
    /// @param from how far it has heard elsewhere; absent where it hears what is said from now on
    public synchronized void listen(Topic topic, Peer peer, @Nullable Bookmark from) {
        watch(topic).listen(peer, from);
    }

    /// Makes a session a member, or goes on with it as one. It hears the result first, then who is
    /// there already or what has happened since it was elsewhere, then what happens.
    public synchronized CompletionStage<Posted> admit(Topic topic, Peer peer, Admission admission) {
        var place = new Place(topic, admission.member());
        owed.remove(place);
        owed.remove(new Place(topic, admission.member(), true));
        var watch = watch(topic);
        return watch.admit(peer, admission).whenComplete((posted, failure) -> {
            if (failure != null && !admission.isPatient()) {
                // It may have been done.
                owe(place);
            }
            if (!(posted instanceof Posted.Done)) {
                tidy(watch);
            }
        });
    }

    private TopicWatch watch(Topic topic) {
        var known = watches.get(topic);
        if (known != null) {
            return known;
        }
        var watch = new TopicWatch(topic, topics, missed);
        watches.put(topic, watch);
        // At once, and not when the bus is there: what is said meanwhile is found by its number.
        watch.catchUp();
        bus.follow(topic, watch);
        return watch;
    }

    public synchronized boolean listens(Topic topic, SessionId session) {
        var watch = watches.get(topic);
        return watch != null && watch.listens(session);
    }

    /// Tells a member once more who is there.
    public synchronized void tellWhoIsThere(Topic topic, SessionId session) {
        var watch = watches.get(topic);
        if (watch != null) {
            watch.tellWhoIsThere(session);
        }
    }

    /// A session hears no more of a topic.
    ///
    /// @return how far it has heard: all up to there has been told; empty where it does not listen
    public synchronized Optional<Bookmark> forget(Topic topic, SessionId session) {
        var watch = watches.get(topic);
        if (watch == null) {
            return Optional.empty();
        }
        var bookmark = watch.forget(session);
        tidy(watch);
        return bookmark;
    }

    /// A session is a member no more. Where the registry cannot be asked now, it hears of that later.
    ///
    /// @return done when it has heard of it, or is to; never exceptionally
    public CompletionStage<Void> leave(Topic topic, TopicMember member) {
        return leave(placeOf(topic, member));
    }

    private synchronized Place placeOf(Topic topic, TopicMember member) {
        var watch = watches.get(topic);
        var place = new Place(topic, member, watch != null && watch.isWaiting(member.session()));
        var _ = forget(topic, member.session());
        return place;
    }

    private CompletionStage<Posted> takeOut(Place place) {
        return place.isElsewhere()
                ? topics.takeOver(place.topic(), place.member())
                        .thenCompose(_ -> topics.leave(place.topic(), place.member()))
                : topics.leave(place.topic(), place.member());
    }

    private CompletionStage<Void> leave(Place place) {
        return takeOut(place).handle((_, failure) -> {
            if (failure != null) {
                owe(place);
            }
            return null;
        });
    }

    private synchronized void owe(Place place) {
        if (listens(place.topic(), place.member().session())) {
            // It is back meanwhile.
            return;
        }
        if (owed.size() < MAX_OWED) {
            owed.add(place);
        } else {
            log.warn("{} keeps a member that has left: too many leaves wait.", place.topic());
        }
    }

    private synchronized void tidy(TopicWatch watch) {
        if (watch.isUnused() && watches.remove(watch.topic(), watch)) {
            bus.unfollow(watch.topic());
        }
    }

    /// Does what could not be done before, and looks for what the bus may have lost in topics that have members.
    public void catchUp() {
        bus.retry();
        payOwed();
        toLookAt().forEach(TopicWatch::catchUp);
    }

    /// Under the lock: whoever comes back meanwhile is asked about after that.
    private synchronized void payOwed() {
        var all = List.copyOf(owed);
        owed.clear();
        all.stream()
                .filter(place -> !listens(place.topic(), place.member().session()))
                .forEach(this::leave);
    }

    private synchronized List<TopicWatch> toLookAt() {
        List.copyOf(watches.values()).forEach(this::tidy);
        return watches.values().stream()
                .filter(watch -> watch.topic().hasMembers() || watch.isBehind())
                .toList();
    }

    /// Takes out the members of nodes that have been gone for long: nobody has taken their sessions over.
    ///
    /// @param alive the nodes that live
    /// @param now nanoseconds of a monotonic clock
    /// @param forgetAfter nanoseconds
    public synchronized void sweep(Set<NodeId> alive, long now, long forgetAfter) {
        var gone = new HashSet<Place>();
        for (var watch : watches.values()) {
            watch.members().stream()
                    .filter(member -> !alive.contains(member.node()))
                    .forEach(member -> gone.add(new Place(watch.topic(), member)));
        }
        goneSince.keySet().retainAll(gone);
        for (var each : gone) {
            long since = goneSince.computeIfAbsent(each, _ -> now);
            if (now - since >= forgetAfter) {
                var _ = topics.leave(each.topic(), each.member());
            }
        }
    }
}
