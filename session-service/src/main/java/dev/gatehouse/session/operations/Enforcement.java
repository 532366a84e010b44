package dev.gatehouse.session.operations;

import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_GAME_CONFIG_UPDATED;
import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_KICKED_BY_ADMIN_ACTION;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.operations.Expulsion;
import dev.gatehouse.registry.operations.GameRules;
import dev.gatehouse.registry.operations.Operations;
import dev.gatehouse.registry.operations.RulesBook;
import dev.gatehouse.session.player.Players;
import dev.gatehouse.session.session.Session;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the sessions of this node follow what operators have ruled, on whichever node they said it. Every look
/// checks every session: one that slipped in behind a proxy that did not know yet ends at the next. Safe for use by
/// several threads; never blocks.
public final class Enforcement {

    private static final Logger log = LoggerFactory.getLogger(Enforcement.class);

    private final List<GameId> games;
    private final Operations operations;
    private final RulesBook book;
    private final Players players;
    private final InstantSource clock;

    /// What the last look at each game saw. Guarded by this.
    private final Map<GameId, GameRules> rulesBefore = new HashMap<>();

    /// The orders that the last look at each game saw, which are carried out. Guarded by this.
    private final Map<GameId, Set<String>> ordersBefore = new HashMap<>();

    /// @param games those that this node hosts
    public Enforcement(List<GameId> games, Operations operations, Players players, InstantSource clock) {
        this.games = List.copyOf(games);
        this.operations = operations;
        this.book = new RulesBook(operations::rules);
        this.players = players;
        this.clock = clock;
    }

    /// Looks at what is ruled now.
    ///
    /// @return when it has been looked at; the sessions that it ends may end a moment later. Never exceptionally:
    ///     while the registry is away, what was last ruled holds
    public CompletionStage<Void> look() {
        var looks = games.stream().map(game -> look(game).toCompletableFuture()).toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(looks);
    }

    private CompletionStage<Void> look(GameId game) {
        var expulsions = operations.expelled(game).thenAccept(listed -> expel(game, listed));
        var rules = book.refresh(List.of(game)).thenAccept(_ -> book.of(game).ifPresent(now -> enforce(game, now)));
        return rules.thenCombine(expulsions, (_, _) -> (Void) null).exceptionally(failure -> {
            log.debug("What operators say of {} is not known now: {}", game, failure.toString());
            return null;
        });
    }

    private synchronized void enforce(GameId game, GameRules now) {
        var before = rulesBefore.put(game, now);
        if (before != null && !Objects.equals(before.configVersion(), now.configVersion())) {
            log.info("The configuration of {} is {} now: its sessions end.", game, now.configVersion());
            players.visit(game, session -> session.end(FORCE_TERMINATED_GAME_CONFIG_UPDATED));
        } else if (!isQuiet(before) || !isQuiet(now)) {
            players.visit(game, session -> apply(now, session));
        }
    }

    // Most games have no rules most of the time.
    private static boolean isQuiet(@Nullable GameRules rules) {
        return rules == null || (rules.active() == null && rules.windows().isEmpty());
    }

    private void apply(GameRules rules, Session session) {
        var client = session.client();
        if (client.isEmpty()) {
            return;
        }
        var now = clock.instant();
        session.inform(rules.maintenance(client.get().platform(), now));
        Endings.of(rules, session.identity().player().playerId(), client.get(), now)
                .ifPresent(session::end);
    }

    // A kick is for the sessions of its moment and carried out once; a ban also for those that come in meanwhile. What
    // was listed before this node first looked is older than its sessions.
    private synchronized void expel(GameId game, List<Expulsion> listed) {
        var before =
                ordersBefore.put(game, listed.stream().map(Expulsion::order).collect(Collectors.toUnmodifiableSet()));
        for (var expulsion : listed) {
            var player = new PlayerKey(game, expulsion.player());
            var ban = expulsion.ban();
            var now = clock.instant();
            if (ban == null) {
                if (before != null && !before.contains(expulsion.order())) {
                    players.visit(player, session -> session.end(FORCE_TERMINATED_KICKED_BY_ADMIN_ACTION));
                }
            } else if (!ban.isOver(now)) {
                players.visit(player, session -> session.end(Endings.ban(ban, now)));
            }
        }
    }
}
