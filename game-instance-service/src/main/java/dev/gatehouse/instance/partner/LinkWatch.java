package dev.gatehouse.instance.partner;

import dev.gatehouse.instance.life.Deadlines;
import dev.gatehouse.instance.life.InstanceStore;
import dev.gatehouse.instance.life.Instances;
import dev.gatehouse.instance.partner.Admission.Admitted;
import dev.gatehouse.instance.partner.Admission.Turned;
import dev.gatehouse.model.partner.GameServerNotice.Terminate;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.registry.instance.GameInstances.Glance;
import dev.gatehouse.registry.instance.GameInstances.Stored;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Looks at every live link of this node, over and over: tells its server what it does not know of its
/// instance, renews its tokens before they expire, and ends it once they are no longer good or another link has
/// taken its place, on whatever node any of it was said. A turn asks the store for all versions and links at once,
/// and for an instance only where one of them is another one than before. A link that is new here, or
/// whose instance has changed here, is looked at without waiting for the turn.
///
/// A link that is ended is told so at one turn and closed at the next, which leaves its server the time
/// between for the answer to what it has just asked. What there is to do for a link is done beside the
/// turns, one thing at a time: a server that does not read holds up no other one. One turn runs at a time.
public final class LinkWatch {

    private static final Logger LOG = LoggerFactory.getLogger(LinkWatch.class);

    private final LiveServers servers;
    private final InstanceStore store;
    private final PairRenewal renewal;
    private final LinkMetrics metrics;
    private final Deadlines deadlines;
    private final InstantSource time;
    private final Executor doing;
    private final Map<LiveLink, Glance> settled = new ConcurrentHashMap<>(); // As of when a server knows all.
    private final Map<LiveLink, PartnerError> leaving = new ConcurrentHashMap<>(); // Why a link was told to go.
    private final Set<LiveLink> busy = ConcurrentHashMap.newKeySet(); // Those for which something is being done.

    /// @param doing does what a link needs, and may block
    public LinkWatch(
            LiveServers servers,
            InstanceStore store,
            PairRenewal renewal,
            LinkMetrics metrics,
            Deadlines deadlines,
            InstantSource time,
            Executor doing) {
        this.servers = servers;
        this.store = store;
        this.renewal = renewal;
        this.metrics = metrics;
        this.deadlines = deadlines;
        this.time = time;
        this.doing = doing;
    }

    /// @return the schedule, which goes on until it is cancelled
    public ScheduledFuture<?> start(ScheduledExecutorService timers, Duration every) {
        servers.onChange(this::changed);
        return timers.scheduleWithFixedDelay(this::turn, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Does not wait for the look that it calls for.
    private void changed(LiveLink link) {
        if (!leaving.containsKey(link)) {
            lookSoon(link, Glance.NOTHING);
        }
    }

    void turn() {
        try {
            var links = servers.links();
            settled.keySet().retainAll(links);
            leaving.keySet().retainAll(links);
            var now = store.glance(
                    links.stream().map(link -> link.caller().pair().instance()).collect(Collectors.toSet()));
            for (LiveLink link : links) {
                var glance = now.getOrDefault(link.caller().pair().instance(), Glance.NOTHING);
                if (needsALook(link, glance)) {
                    lookSoon(link, glance);
                }
            }
        } catch (RuntimeException e) {
            // The schedule must go on: the store may be back at the next turn.
            LOG.warn("looking after links failed: {}", e.toString());
        }
    }

    private boolean needsALook(LiveLink link, Glance now) {
        return leaving.containsKey(link) || !isSettled(link, now) || renewal.isDue(link);
    }

    private boolean isSettled(LiveLink link, Glance now) {
        return now.equals(settled.get(link))
                && time.instant().isBefore(link.caller().pair().expiresAt());
    }

    /// @param now [Glance#NOTHING] where that is not known
    private void lookSoon(LiveLink link, Glance now) {
        if (busy.add(link)) {
            doing.execute(() -> look(link, now));
        }
    }

    private void look(LiveLink link, Glance now) {
        try {
            var why = leaving.get(link);
            if (why != null) {
                link.close(why);
            } else if ((isSettled(link, now) || settle(link)) && renewal.isDue(link)) {
                renewal.renew(link);
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "the link of instance {} cannot be looked after: {}",
                    link.caller().pair().instance(),
                    e.toString());
        } finally {
            busy.remove(link);
        }
    }

    /// Whether the link may stay: then its server knows all of its instance from now on, else it knows that.
    private boolean settle(LiveLink link) {
        var pair = link.caller().pair();
        var stored = store.load(pair.instance());
        stored.ifPresent(link.caller().seen()::saw);
        var instance = stored.map(Stored::instance);
        if (stored.map(Stored::link)
                .filter(live -> !live.equals(link.caller().link()))
                .isPresent()) {
            LOG.info("another link of game server {} has taken the place of this one", pair.server());
            link.close(PartnerError.NOT_LINKED);
            return false;
        }
        var verdict = instance.map(found -> Admission.judge(pair, found, time.instant()))
                .orElse(new Turned(PartnerError.UNKNOWN_INSTANCE));
        return switch (verdict) {
            case Admitted(var found) -> {
                catchUp(link, found);
                settled.put(link, stored.map(Stored::glance).orElse(Glance.NOTHING));
                yield true;
            }
            case Turned(var why) -> {
                leaving.put(link, why);
                dismiss(link, why, instance);
                yield false;
            }
        };
    }

    private void catchUp(LiveLink link, InstanceRecord found) {
        if (link.knowledge().lacks(LinkedInstances.of(found, deadlines))) {
            // Loaded anew, as the server may have been answered since.
            link.knowledge()
                    .catchUp(
                            () -> store.load(found.id())
                                    .map(Stored::instance)
                                    .filter(instance -> !Instances.isOver(instance))
                                    .map(instance -> LinkedInstances.of(instance, deadlines)),
                            link::tell);
        }
    }

    private void dismiss(LiveLink link, PartnerError why, Optional<InstanceRecord> instance) {
        var pair = link.caller().pair();
        var said = instance.filter(Instances::isOver)
                .map(over -> over.history().getLast().why())
                .orElse(why.message());
        LOG.atLevel(why == PartnerError.INSTANCE_OVER ? Level.INFO : Level.WARN)
                .log(
                        "the link of game server {} for instance {} is ended: {}",
                        pair.server(),
                        pair.instance(),
                        why.code());
        link.tell(new Terminate(pair.instance(), said));
        metrics.dismissed(why);
    }
}
