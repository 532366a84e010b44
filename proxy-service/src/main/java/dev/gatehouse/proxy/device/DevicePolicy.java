package dev.gatehouse.proxy.device;

import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION;
import static dev.gatehouse.model.error.ConnectionError.REFUSED_BY_CONNECTION_POLICY;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.refusal.Verdict;
import dev.gatehouse.proxy.routing.Router;
import dev.gatehouse.registry.device.DeviceClaim;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Admits a session to its device: claims a place, asks the game who stays where there are others, and ends the losers
/// before the newcomer goes on.
public final class DevicePolicy {

    private static final Logger log = LoggerFactory.getLogger(DevicePolicy.class);

    private final Devices devices;
    private final Router router;
    private final DeviceProperties limits;
    private final PolicyFailures failures;
    private final Place place;

    /// Which proxy this is, and what wakes it.
    public record Place(NodeId proxy, Scheduler timers) {}

    public DevicePolicy(Devices devices, Router router, DeviceProperties limits, PolicyFailures failures, Place place) {
        this.devices = devices;
        this.router = router;
        this.limits = limits;
        this.failures = failures;
        this.place = place;
    }

    /// Refused with 4010 where the game does not keep the newcomer, with 1209 where too many others of its device are
    /// before it. Fails if the registry does.
    ///
    /// @param hasPolicy whether the game has a say
    public Mono<Verdict<Newcomer>> admit(Newcomer newcomer, boolean hasPolicy) {
        var current = new DeviceSession(
                newcomer.session(),
                newcomer.player().playerId(),
                place.proxy(),
                0, // the registry's clock decides
                false);
        return hasPolicy ? admitInTurn(newcomer, current) : admitWithoutPolicy(newcomer, current);
    }

    private Mono<Verdict<Newcomer>> admitWithoutPolicy(Newcomer newcomer, DeviceSession current) {
        return devices.claim(newcomer.player().gameId(), newcomer.device(), current)
                .flatMap(claim -> carryOut(DeviceDecision.EVERYBODY_STAYS.withLosers(claim.crowdedOut()), newcomer));
    }

    /// Newcomers of one device are decided about one after the other, whichever proxy they are on.
    private Mono<Verdict<Newcomer>> admitInTurn(Newcomer newcomer, DeviceSession current) {
        var game = newcomer.player().gameId();
        return Mono.defer(() -> devices.claimInTurn(game, newcomer.device(), current))
                .flatMap(Mono::justOrEmpty)
                .repeatWhenEmpty(empty -> empty.delayElements(limits.turnPoll(), place.timers()))
                .timeout(limits.turnWait(), Mono.empty(), place.timers())
                .flatMap(claim -> decideAbout(claim, newcomer))
                .switchIfEmpty(Mono.fromSupplier(
                        () -> Verdict.refused(Refusal.notReady("Others of this device are before this session."))));
    }

    private Mono<Verdict<Newcomer>> decideAbout(DeviceClaim claim, Newcomer newcomer) {
        return decide(newcomer, claim.all())
                .map(decision -> decision.withLosers(claim.crowdedOut()))
                .flatMap(decision -> carryOut(decision, newcomer))
                .doFinally(_ -> {
                    if (claim.all().size() > 1) {
                        devices.endTurn(newcomer.player().gameId(), newcomer.device(), newcomer.session());
                    }
                });
    }

    /// Gives the claimed place back, and the turn with it: the session will not open.
    public void release(Newcomer newcomer) {
        var game = newcomer.player().gameId();
        var _ = devices.release(game, newcomer.device(), newcomer.session());
        // It may have been granted to a newcomer that had stopped waiting for it.
        devices.endTurn(game, newcomer.device(), newcomer.session());
    }

    private Mono<DeviceDecision> decide(Newcomer newcomer, List<DeviceSession> all) {
        var current = all.stream()
                .filter(session -> session.sessionId().equals(newcomer.session()))
                .findFirst();
        if (all.size() < 2 || current.isEmpty()) {
            return Mono.just(DeviceDecision.EVERYBODY_STAYS);
        }
        return router.decide(newcomer.player(), current.get(), all)
                .timeout(limits.policyTimeout(), place.timers())
                .onErrorResume(failure -> Mono.just(unheard(newcomer, failure)))
                .map(kept -> DeviceDecision.of(newcomer.session(), all, kept));
    }

    private Optional<Set<SessionId>> unheard(Newcomer newcomer, Throwable failure) {
        var why = failure instanceof TimeoutException ? PolicyFailure.TIMEOUT : PolicyFailure.UNREACHABLE;
        log.warn(
                "The policy of {} was not heard ({}): everybody stays",
                newcomer.player().gameId(),
                why);
        failures.count(why);
        return Optional.empty();
    }

    private Mono<Verdict<Newcomer>> carryOut(DeviceDecision decision, Newcomer newcomer) {
        return Flux.fromIterable(decision.losers())
                .flatMap(loser -> end(loser, newcomer))
                .then(
                        decision.stays()
                                ? Mono.just(Verdict.passed(newcomer.beside(decision.kept())))
                                : turnAway(newcomer));
    }

    // Off the list before the next newcomer has its turn, which must not see it.
    private Mono<Verdict<Newcomer>> turnAway(Newcomer newcomer) {
        return Mono.defer(() -> devices.release(newcomer.player().gameId(), newcomer.device(), newcomer.session()))
                .then(Mono.fromSupplier(() -> Verdict.refused(Refusal.of(REFUSED_BY_CONNECTION_POLICY))));
    }

    // Off the list first: a loser that is still in its own handshake finds its place gone, if it has not come so far
    // that its node knows of it.
    private Mono<Boolean> end(DeviceSession loser, Newcomer newcomer) {
        var game = newcomer.player().gameId();
        var player = new PlayerKey(game, loser.playerId());
        return devices.release(game, newcomer.device(), loser.sessionId())
                .then(Mono.defer(
                        () -> router.end(player, loser.sessionId(), FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION)))
                .timeout(limits.endTimeout(), place.timers())
                .onErrorResume(failure -> {
                    log.warn("Session {} of {} may live on: {}", loser.sessionId(), player, failure.toString());
                    return Mono.just(false);
                });
    }
}
