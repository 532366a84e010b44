package dev.gatehouse.proxy.handshake;

import static dev.gatehouse.model.error.ConnectionError.CLIENT_PATCH_VERSION_TOO_OLD;
import static dev.gatehouse.model.error.ConnectionError.COMMIT_ID_MISMATCH;
import static dev.gatehouse.model.error.ConnectionError.IN_MAINTENANCE;
import static dev.gatehouse.model.error.ConnectionError.LOGIC_VERSION_CLIENT_TOO_NEW;
import static dev.gatehouse.model.error.ConnectionError.LOGIC_VERSION_CLIENT_TOO_OLD;
import static dev.gatehouse.model.error.ConnectionError.LOGIC_VERSION_DOWNGRADE;
import static dev.gatehouse.model.error.ConnectionError.PLAYER_IS_BANNED;

import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.registry.operations.Ban;
import dev.gatehouse.registry.operations.GameRules;
import dev.gatehouse.registry.operations.MaintenanceWindow;
import dev.gatehouse.registry.operations.RulesBook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// What operators have ruled at run time: about the game, as of about a second ago, and about the player.
final class OperatorChecks {

    private static final JsonCodec<Ban> BAN = JsonCodec.of(Ban.class);

    private final RulesBook rules;
    private final InstantSource time;

    OperatorChecks(RulesBook rules, InstantSource time) {
        this.rules = rules;
        this.time = time;
    }

    // A game without rules is one of which this proxy has never been able to ask, not one that nobody ruled on.
    Optional<Refusal> known(Entrant entrant) {
        return rules.of(entrant.player().gameId()).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.notReady("The rules of the game are not known yet."));
    }

    Optional<Refusal> commit(Entrant entrant) {
        return refuseUnless(rulesFor(entrant).acceptsCommit(entrant.client().commitId()), COMMIT_ID_MISMATCH);
    }

    Optional<Refusal> activeVersion(Entrant entrant) {
        var active = rulesFor(entrant).active();
        var version = entrant.client().logicVersion();
        if (active == null || active.contains(version)) {
            return Optional.empty();
        }
        return Optional.of(
                Refusal.of(version < active.min() ? LOGIC_VERSION_CLIENT_TOO_OLD : LOGIC_VERSION_CLIENT_TOO_NEW));
    }

    Optional<Refusal> downgrade(Candidate candidate) {
        var version = candidate.entrant().client().logicVersion();
        return refuseUnless(version >= candidate.standing().highestLogicVersion(), LOGIC_VERSION_DOWNGRADE);
    }

    Optional<Refusal> patch(Candidate candidate) {
        var client = candidate.entrant().client();
        var refused = rulesFor(candidate.entrant())
                .refusesPatch(client.platform(), client.logicVersion(), client.patchVersion());
        return refuseUnless(!refused, CLIENT_PATCH_VERSION_TOO_OLD);
    }

    Optional<Refusal> maintenance(Candidate candidate) {
        var entrant = candidate.entrant();
        var now = time.instant();
        return rulesFor(entrant)
                .closedFor(entrant.player().playerId(), entrant.client().platform(), now)
                .map(window -> closed(window, now));
    }

    Optional<Refusal> ban(Candidate candidate) {
        var ban = candidate.standing().ban();
        return ban == null ? Optional.empty() : Optional.of(banned(ban, time.instant()));
    }

    private static Refusal closed(MaintenanceWindow window, Instant now) {
        var ends = window.expectedEnd().map(end -> Duration.between(now, end)).filter(Duration::isPositive);
        return new Refusal(IN_MAINTENANCE, ends.orElse(null), IN_MAINTENANCE.description(), JsonText.EMPTY_OBJECT);
    }

    private static Refusal banned(Ban ban, Instant now) {
        var until = ban.until();
        var message = ban.message();
        return new Refusal(
                PLAYER_IS_BANNED,
                until == null ? null : positive(Duration.between(now, until)),
                message == null ? PLAYER_IS_BANNED.description() : message,
                new JsonText(BAN.encode(ban)));
    }

    // The ban ends by the registry's clock, which may be a little behind.
    private static Duration positive(Duration left) {
        return left.isPositive() ? left : Duration.ofSeconds(1);
    }

    private static Optional<Refusal> refuseUnless(boolean good, ConnectionError error) {
        return good ? Optional.empty() : Optional.of(Refusal.of(error));
    }

    private GameRules rulesFor(Entrant entrant) {
        return rules.of(entrant.player().gameId()).orElse(GameRules.NONE);
    }
}
