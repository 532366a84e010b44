package dev.gatehouse.instance.partner;

import dev.gatehouse.instance.life.InstanceStore;
import dev.gatehouse.instance.life.InstanceStore.Stored;
import dev.gatehouse.instance.life.Instances;
import dev.gatehouse.instance.partner.Admission.Admitted;
import dev.gatehouse.instance.partner.Admission.Turned;
import dev.gatehouse.model.partner.GameServerNotice.Terminate;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
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

/// Looks at every live link of this node, over and over: renews the tokens of one before they expire, and ends one
/// whose tokens are no longer good, wherever that was said. A turn asks the store for all versions at once, and for an
/// instance only where its version is another one than before.
///
/// A link that is ended is told so at one turn and closed at the next, which leaves its server the time between for the
/// answer to what it has just asked. What there is to do for a link is done beside the turns, one thing at a time: a
/// server
/// that does not read holds up no other one. One turn runs at a time.
public final class LinkWatch {

    private static final Logger LOG = LoggerFactory.getLogger(LinkWatch.class);

    private final LiveServers servers;
    private final InstanceStore store;
    private final PairRenewal renewal;
    private final LinkMetrics metrics;
    private final InstantSource time;
    private final Executor doing;
    private final Map<LiveLink, Long> judged = new ConcurrentHashMap<>(); // The version at which a link was good.
    private final Map<LiveLink, PartnerError> leaving = new ConcurrentHashMap<>(); // Why a link was told to go.
    private final Set<LiveLink> busy = ConcurrentHashMap.newKeySet(); // Those for which something is being done.

    /// @param doing does what a link needs, and may block
    public LinkWatch(
            LiveServers servers,
            InstanceStore store,
            PairRenewal renewal,
            LinkMetrics metrics,
            InstantSource time,
            Executor doing) {
        this.servers = servers;
        this.store = store;
        this.renewal = renewal;
        this.metrics = metrics;
        this.time = time;
        this.doing = doing;
    }

    /// @return the schedule, which goes on until it is cancelled
    public ScheduledFuture<?> start(ScheduledExecutorService timers, Duration every) {
        return timers.scheduleWithFixedDelay(this::turn, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void turn() {
        try {
            var links = servers.links();
            judged.keySet().retainAll(links);
            leaving.keySet().retainAll(links);
            var versions = store.versions(
                    links.stream().map(link -> link.caller().pair().instance()).collect(Collectors.toSet()));
            for (LiveLink link : links) {
                long version = versions.getOrDefault(link.caller().pair().instance(), 0L);
                if (needsALook(link, version) && busy.add(link)) {
                    doing.execute(() -> look(link, version));
                }
            }
        } catch (RuntimeException e) {
            // The schedule must go on: the store may be back at the next turn.
            LOG.warn("looking after links failed: {}", e.toString());
        }
    }

    private boolean needsALook(LiveLink link, long version) {
        return leaving.containsKey(link) || !isKnownAsGood(link, version) || renewal.isDue(link);
    }

    private boolean isKnownAsGood(LiveLink link, long version) {
        return Objects.equals(judged.get(link), version)
                && time.instant().isBefore(link.caller().pair().expiresAt());
    }

    private void look(LiveLink link, long version) {
        try {
            var why = leaving.get(link);
            if (why != null) {
                link.close(why);
            } else if ((isKnownAsGood(link, version) || judge(link, version)) && renewal.isDue(link)) {
                renewal.renew(link);
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "the link of instance {} cannot be judged: {}",
                    link.caller().pair().instance(),
                    e.toString());
        } finally {
            busy.remove(link);
        }
    }

    /// Whether the link may stay; one that may not is told so.
    private boolean judge(LiveLink link, long version) {
        var pair = link.caller().pair();
        var instance = store.load(pair.instance()).map(Stored::instance);
        var verdict = instance.map(found -> Admission.judge(pair, found, time.instant()))
                .orElse(new Turned(PartnerError.UNKNOWN_INSTANCE));
        return switch (verdict) {
            case Admitted _ -> {
                judged.put(link, version);
                yield true;
            }
            case Turned(var why) -> {
                leaving.put(link, why);
                dismiss(link, why, instance);
                yield false;
            }
        };
    }

    private void dismiss(LiveLink link, PartnerError why, Optional<InstanceRecord> instance) {
        var pair = link.caller().pair();
        var said = instance.filter(Instances::isOver)
                .map(over -> over.history().getLast().why())
                .orElse(why.message());
        LOG.warn("the link of game server {} for instance {} is ended: {}", pair.server(), pair.instance(), why.code());
        link.tell(new Terminate(pair.instance(), said));
        metrics.dismissed(why);
    }
}
