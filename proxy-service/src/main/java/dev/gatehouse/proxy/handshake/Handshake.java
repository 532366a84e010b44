package dev.gatehouse.proxy.handshake;

import static dev.gatehouse.model.error.ConnectionError.LOGIN_REJECTED;

import dev.gatehouse.proxy.admission.Admission;
import dev.gatehouse.proxy.device.DevicePolicy;
import dev.gatehouse.proxy.link.AttachAnswer.Opened;
import dev.gatehouse.proxy.link.ChannelListener;
import dev.gatehouse.proxy.refusal.Passage;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.refusal.Verdict;
import dev.gatehouse.proxy.refusal.Verdict.Passed;
import dev.gatehouse.proxy.refusal.Verdict.Refused;
import dev.gatehouse.proxy.registration.Registrations;
import dev.gatehouse.proxy.routing.LiveNodes;
import dev.gatehouse.proxy.routing.Router;
import dev.gatehouse.proxy.token.Tokens;
import dev.gatehouse.registry.operations.RulesBook;
import dev.gatehouse.registry.operations.Standing;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/// Brings a client from its hello to its session, and from an unauthenticated session to its player's. The checks run
/// in the order of the contract, and the first that
/// refuses answers; a new check is one more line in the chain. No code of the game runs before token and GameId are
/// good.
public final class Handshake {

    private static final Logger log = LoggerFactory.getLogger(Handshake.class);

    private final Tokens tokens;
    private final LiveNodes live;
    private final Operators operators;
    private final Admission admission;
    private final DevicePolicy devices;
    private final Registrations registrations;
    private final Router router;

    /// What operators have ruled, about games and about players.
    public record Operators(RulesBook rules, PlayerStandings standings, InstantSource time) {}

    /// Where a session goes once every check has passed.
    public record Destination(DevicePolicy devices, Registrations registrations, Router router) {}

    public Handshake(Tokens tokens, LiveNodes live, Operators operators, Admission admission, Destination destination) {
        this.tokens = tokens;
        this.live = live;
        this.operators = operators;
        this.admission = admission;
        this.devices = destination.devices();
        this.registrations = destination.registrations();
        this.router = destination.router();
    }

    /// Never fails: what goes wrong behind the proxy is a refusal that asks the client to come back. Cancelling undoes
    /// what was done.
    ///
    /// @param client hears what comes for it once its session is open
    public Mono<Verdict<Opened>> shake(Greeting greeting, ChannelListener client) {
        var games = new GameChecks(live);
        var ruled = new OperatorChecks(operators.rules(), operators.time());
        return Passage.of(greeting)
                .check(HelloChecks::wellFormed) // 4001
                .check(HelloChecks::protocol) // 2100 2101
                .check(HelloChecks::loginProtocol) // 3100 3101
                .then(this::authorise) // 3300 2802
                .check(games::game) // 4002 4003
                .check(ruled::known) // 1209
                .check(ruled::commit) // 2500
                .check(games::logicVersion) // 2400 2401 2402, as hosted
                .check(ruled::activeVersion) // 2400 2401, as ruled
                .then(this::lookUp)
                .check(ruled::downgrade) // 4050
                .check(ruled::patch) // 3202
                .check(ruled::maintenance) // 2300
                .check(ruled::ban) // 2900
                .check(candidate -> admission.handshake(candidate.entrant().attempt())) // 4020
                .check(this::roomInTheGame) // 4021
                .check(this::roomForTheAccount) // 4021
                .then(candidate -> enter(candidate, client))
                .verdict();
    }

    /// From here on the registry and the game are involved.
    private Mono<Verdict<Opened>> enter(Candidate candidate, ChannelListener client) {
        var entrant = candidate.entrant();
        return Passage.of(entrant)
                .then(this::admitAndRegister) // 4010
                .then(it -> router.attach(it.attach(), client)) // 3000 1620 1209 4011
                .verdict()
                .onErrorResume(failure -> Mono.just(failed(entrant, failure)))
                .doOnNext(verdict -> conclude(verdict, candidate))
                .doOnCancel(() -> undo(entrant));
    }

    /// One question for everything about the player, and the first of two round trips to the registry.
    private Mono<Verdict<Candidate>> lookUp(Entrant entrant) {
        return Mono.zip(
                        standing(entrant),
                        admission.population(entrant.player().gameId()),
                        (standing, population) -> new Candidate(entrant, standing, population))
                .map(Verdict::passed)
                .onErrorResume(failure -> Mono.just(Verdict.refused(unreachable(entrant, failure))));
    }

    private Mono<Standing> standing(Entrant entrant) {
        return entrant.isAuthenticated() ? operators.standings().of(entrant.player()) : Mono.just(Standing.NEW);
    }

    private Optional<Refusal> roomInTheGame(Candidate candidate) {
        return admission.session(candidate.entrant().goesOn(), candidate.population());
    }

    // The place is the socket's, whatever becomes of the handshake.
    private Optional<Refusal> roomForTheAccount(Candidate candidate) {
        var entrant = candidate.entrant();
        if (!entrant.isAuthenticated()) {
            return Optional.empty();
        }
        var place = admission.place(entrant.player());
        place.ifPresent(taken -> entrant.greeting().departure().then(taken::giveBack));
        return place.isPresent() ? Optional.empty() : Optional.of(admission.full());
    }

    private Mono<Verdict<Entrant>> authorise(Greeting greeting) {
        var token = greeting.token();
        if (token == null) {
            return Mono.just(withoutToken(greeting));
        }
        return Passage.of(token)
                .then(tokens::identify)
                .then(identity -> Mono.just(Verdict.passed(new Entrant(greeting, identity))))
                .verdict();
    }

    // A token that is no good is not taken for none.
    private Verdict<Entrant> withoutToken(Greeting greeting) {
        return live.now().mayAdmitUnauthenticated(greeting.hello().gameId())
                ? Verdict.passed(new Entrant(greeting, null))
                : Verdict.refused(Refusal.of(LOGIN_REJECTED, "There is no token."));
    }

    // The second round trip: both are undone alike where one of them, or what follows, refuses.
    private Mono<Verdict<Entrant>> admitAndRegister(Entrant entrant) {
        return Mono.zip(admit(entrant), register(entrant), (admitted, _) -> admitted);
    }

    private Mono<Verdict<Entrant>> admit(Entrant entrant) {
        var newcomer = entrant.newcomer();
        if (newcomer.isEmpty()) {
            return Mono.just(Verdict.passed(entrant));
        }
        var hasPolicy = live.now().hasPolicy(entrant.player().gameId());
        return Passage.of(newcomer.get())
                .then(it -> devices.admit(it, hasPolicy))
                .then(it -> Mono.just(Verdict.passed(entrant.beside(it.kept()))))
                .verdict();
    }

    // A session that goes on is on the list, and its node keeps it there. A client that only says so must not be able
    // to change the entry of a session that is not its own.
    private Mono<Verdict<Entrant>> register(Entrant entrant) {
        if (entrant.greeting().hello().resume() != null) {
            return Mono.just(Verdict.passed(entrant));
        }
        return registrations
                .enter(entrant.player(), entrant.greeting().sessionId())
                .then(Mono.just(Verdict.passed(entrant)));
    }

    private static Verdict<Opened> failed(Entrant entrant, Throwable failure) {
        return Verdict.refused(unreachable(entrant, failure));
    }

    private static Refusal unreachable(Entrant entrant, Throwable failure) {
        log.warn("The session of {} could not be opened: {}", entrant.player(), failure.toString());
        return Refusal.notReady("The servers cannot take this session now.");
    }

    private void conclude(Verdict<Opened> verdict, Candidate candidate) {
        var entrant = candidate.entrant();
        switch (verdict) {
            case Passed<Opened> _ -> {
                if (candidate.raisesVersion()) {
                    operators
                            .standings()
                            .played(entrant.player(), entrant.client().logicVersion());
                }
            }
            case Refused<Opened> _ -> undo(entrant);
        }
    }

    // A session that could not be resumed may still be there for another attempt: its entries are its node's to remove.
    private void undo(Entrant entrant) {
        if (entrant.greeting().hello().resume() == null) {
            entrant.newcomer().ifPresent(devices::release);
            registrations.leave(entrant.player(), entrant.greeting().sessionId());
        }
    }
}
