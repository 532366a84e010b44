package dev.gatehouse.proxy.routing;

import static dev.gatehouse.model.error.ConnectionError.CLUSTER_NODE_LOST;
import static dev.gatehouse.model.error.ConnectionError.CLUSTER_NOT_READY_UNHANDLED;

import dev.gatehouse.model.link.ProxyMessage.Attach;
import dev.gatehouse.proxy.link.AttachAnswer.Opened;
import dev.gatehouse.proxy.link.Backoff;
import dev.gatehouse.proxy.link.ChannelListener;
import dev.gatehouse.proxy.link.LinkProperties;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.refusal.Verdict;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Finds the next owner of a session that has lost its node while its socket stays open. Asks again and
/// again, for a while: the lease may have to end first, and the next owner may have to start. Safe to use
/// from any thread.
public final class Reattachment {

    private static final Logger log = LoggerFactory.getLogger(Reattachment.class);

    private final Router router;
    private final LinkProperties limits;
    private final RandomGenerator random;
    private final Scheduler timers;
    private final LongSupplier nanos;

    /// @param timers whose own clock may be set, and is not asked
    /// @param nanos a monotonic clock
    public Reattachment(
            Router router, LinkProperties limits, RandomGenerator random, Scheduler timers, LongSupplier nanos) {
        this.router = router;
        this.limits = limits;
        this.random = random;
        this.timers = timers;
        this.nanos = nanos;
    }

    /// Never fails: where nobody takes the session in time the answer is 1210.
    ///
    /// @param before what the session was attached with until now
    /// @param isWanted whether the client is still there
    public Mono<Verdict<Opened>> attach(Attach before, ChannelListener client, BooleanSupplier isWanted) {
        return Mono.defer(() -> new Search(before.continuing(null), client, isWanted).next());
    }

    private final class Search {

        private final Attach attach;
        private final ChannelListener client;
        private final BooleanSupplier isWanted;
        private final long begun = nanos.getAsLong();
        private final Backoff backoff = new Backoff(limits.firstRetry(), limits.longestRetry(), random);

        Search(Attach attach, ChannelListener client, BooleanSupplier isWanted) {
            this.attach = attach;
            this.client = client;
            this.isWanted = isWanted;
        }

        // Never at once: every client of a node that is gone is here at the same moment.
        Mono<Verdict<Opened>> next() {
            return Mono.delay(backoff.next(), timers)
                    .then(Mono.defer(() -> router.attach(attach, client)))
                    .onErrorResume(failure -> Mono.just(unanswered(failure)))
                    .flatMap(this::judge);
        }

        private Mono<Verdict<Opened>> judge(Verdict<Opened> verdict) {
            boolean mayCome = verdict instanceof Verdict.Refused<Opened>(Refusal refusal)
                    && refusal.error() == CLUSTER_NOT_READY_UNHANDLED;
            if (!mayCome) {
                return Mono.just(verdict);
            }
            return isWanted.getAsBoolean() && !isOver()
                    ? next()
                    : Mono.just(Verdict.refused(Refusal.of(CLUSTER_NODE_LOST)));
        }

        private Verdict<Opened> unanswered(Throwable failure) {
            log.debug("{} was not attached again: {}", attach.player(), failure.toString());
            return Verdict.refused(Refusal.notReady("The player's server does not answer."));
        }

        private boolean isOver() {
            return nanos.getAsLong() - begun >= limits.reattachTimeout().toNanos();
        }
    }
}
