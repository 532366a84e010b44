package dev.gatehouse.session.operations;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.node.HostedGame;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.registry.operations.Ban;
import dev.gatehouse.registry.operations.Expulsion;
import dev.gatehouse.registry.operations.GameRules;
import dev.gatehouse.registry.operations.Operations;
import dev.gatehouse.registry.operations.Operations.StoredRules;
import dev.gatehouse.registry.operations.Standing;
import dev.gatehouse.registry.operations.Standings;
import dev.gatehouse.registry.operations.VersionRange;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Takes operators' orders: writes them where every node looks, then has this node look at once. Any node takes any
/// order, whoever owns the player. Every stage fails where the registry cannot be asked. Thread-safe.
public final class OperatorDesk {

    /// How often a change is tried anew when somebody else's came first.
    private static final int MOST_ATTEMPTS = 5;

    private static final int ORDER_BYTES = 16;

    private final Operations operations;
    private final Standings standings;
    private final NodeDirectory nodes;
    private final Enforcement enforcement;
    private final RandomGenerator random;

    public OperatorDesk(
            Operations operations,
            Standings standings,
            NodeDirectory nodes,
            Enforcement enforcement,
            RandomGenerator random) {
        this.operations = operations;
        this.standings = standings;
        this.nodes = nodes;
        this.enforcement = enforcement;
        this.random = random;
    }

    public CompletionStage<GameRules> rules(GameId game) {
        return operations.rules(game).thenApply(StoredRules::rules);
    }

    /// Changes a game's rules.
    ///
    /// @param next makes the rules from those now; run again where somebody else changed them meanwhile. Fails the
    ///     stage by throwing
    public CompletionStage<ChangeAnswer> change(GameId game, UnaryOperator<GameRules> next) {
        return hosting(game)
                .thenCompose(hosted -> hosted.isEmpty()
                        ? CompletableFuture.<ChangeAnswer>completedFuture(new ChangeAnswer.UnknownGame())
                        : attempt(game, next, 1));
    }

    /// Activates some of the logic versions that nodes host.
    ///
    /// @param active absent for all of them
    public CompletionStage<ChangeAnswer> activate(GameId game, @Nullable VersionRange active) {
        return hosting(game)
                .thenCompose(hosted -> hosted.isEmpty() || isHosted(active, hosted)
                        ? change(game, rules -> rules.withActive(active))
                        : CompletableFuture.<ChangeAnswer>completedFuture(new ChangeAnswer.NotHosted()));
    }

    private CompletionStage<ChangeAnswer> attempt(GameId game, UnaryOperator<GameRules> next, int attempt) {
        return operations.rules(game).thenCompose(stored -> {
            var changed = next.apply(stored.rules());
            return operations
                    .change(game, stored, changed)
                    .thenCompose(done -> done
                            ? seen(new ChangeAnswer.Changed(changed))
                            : attempt < MOST_ATTEMPTS
                                    ? attempt(game, next, attempt + 1)
                                    : CompletableFuture.completedFuture(new ChangeAnswer.Contended()));
        });
    }

    public CompletionStage<Standing> standing(PlayerKey player) {
        return standings.of(player);
    }

    /// Bans a player, then ends its sessions wherever they are: in this order, so that none comes in between.
    public CompletionStage<Ban> ban(PlayerKey player, Ban ban) {
        return standings
                .ban(player, ban)
                .thenCompose(_ -> operations.expel(player.gameId(), new Expulsion(player.playerId(), order(), ban)))
                .thenCompose(_ -> seen(ban));
    }

    /// Lifts a ban. First off the list, so that no session of the player's next attempt ends by it.
    ///
    /// @return whether there was one
    public CompletionStage<Boolean> lift(PlayerKey player) {
        return operations.pardon(player.gameId(), player.playerId()).thenCompose(_ -> standings.lift(player));
    }

    /// Ends the sessions that a player has now, wherever they are.
    public CompletionStage<Void> kick(PlayerKey player) {
        var kick = new Expulsion(player.playerId(), order(), null);
        return operations.expel(player.gameId(), kick).thenCompose(_ -> enforcement.look());
    }

    private <T> CompletionStage<T> seen(T answer) {
        return enforcement.look().thenApply(_ -> answer);
    }

    private CompletionStage<List<HostedGame>> hosting(GameId game) {
        return nodes.live(NodeRole.SESSION)
                .thenApply(live -> live.stream()
                        .flatMap(node -> node.games().stream())
                        .filter(hosted -> hosted.id().equals(game))
                        .toList());
    }

    private static boolean isHosted(@Nullable VersionRange active, List<HostedGame> hosted) {
        return active == null || (isHosted(active.min(), hosted) && isHosted(active.max(), hosted));
    }

    private static boolean isHosted(int version, List<HostedGame> hosted) {
        return hosted.stream().anyMatch(game -> game.minLogicVersion() <= version && version <= game.maxLogicVersion());
    }

    private String order() {
        var bytes = new byte[ORDER_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
