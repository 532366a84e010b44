package dev.gatehouse.session.operations;

import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_LOGIC_VERSION_UPDATED;
import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_MAINTENANCE_MODE_STARTED;
import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_PLAYER_BANNED;

import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.ClientMessage.ClientVersion;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.operations.Ban;
import dev.gatehouse.registry.operations.GameRules;
import dev.gatehouse.registry.operations.MaintenanceWindow;
import dev.gatehouse.session.session.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Decides which session the rules end, and what its client hears.
final class Endings {

    private static final JsonCodec<Ban> BAN = JsonCodec.of(Ban.class);

    /// Empty for a session that may go on.
    static Optional<Ending> of(GameRules rules, PlayerId player, ClientVersion client, Instant now) {
        var closed = rules.closedFor(player, client.platform(), now);
        if (closed.isPresent()) {
            return closed.map(window -> maintenance(window, now));
        }
        var active = rules.active();
        return active == null || active.contains(client.logicVersion())
                ? Optional.empty()
                : Optional.of(Ending.of(FORCE_TERMINATED_LOGIC_VERSION_UPDATED));
    }

    static Ending ban(Ban ban, Instant now) {
        var why = FORCE_TERMINATED_PLAYER_BANNED;
        var message = ban.message() == null ? why.description() : ban.message();
        var left = Optional.ofNullable(ban.until()).map(until -> Duration.between(now, until));
        return new Ending(why, left.filter(Duration::isPositive).orElse(null), message, new JsonText(BAN.encode(ban)));
    }

    private static Ending maintenance(MaintenanceWindow window, Instant now) {
        var why = FORCE_TERMINATED_MAINTENANCE_MODE_STARTED;
        var left = window.expectedEnd().map(end -> Duration.between(now, end));
        return new Ending(
                why, left.filter(Duration::isPositive).orElse(null), why.description(), JsonText.EMPTY_OBJECT);
    }

    private Endings() {}
}
