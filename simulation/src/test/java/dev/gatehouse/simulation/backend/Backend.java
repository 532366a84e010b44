package dev.gatehouse.simulation.backend;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.session.player.answer.ActionAnswer;
import dev.gatehouse.session.player.answer.ActionOrder;
import dev.gatehouse.simulation.World;
import dev.gatehouse.simulation.check.Promise;
import dev.gatehouse.simulation.game.Ledger;
import dev.gatehouse.simulation.node.SimulatedNode;
import dev.gatehouse.simulation.time.Life;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Orders server actions until each has its answer: each under a key of its own, so that asking again is safe.
public final class Backend {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final World world;
    private final Life life;
    private final List<SimulatedNode> nodes;
    private final Map<PlayerKey, List<Long>> given = new HashMap<>();
    private long orders;
    private int open;

    public Backend(World world, List<SimulatedNode> nodes) {
        this.world = world;
        this.life = world.life();
        this.nodes = nodes;
    }

    /// Gives a player something.
    ///
    /// @param mode synchronized: in the order that the client chooses; unsynchronized: at once
    public void give(PlayerKey player, ActionMode mode) {
        new Order(player, mode, ++orders).ask(null);
    }

    /// How many orders have no answer yet.
    public int open() {
        return open;
    }

    /// What a player was given for certain.
    public List<Long> given(PlayerKey player) {
        return given.getOrDefault(player, List.of());
    }

    private final class Order {

        private final PlayerKey player;
        private final ActionMode mode;
        private final long id;
        private int attempt;

        Order(PlayerKey player, ActionMode mode, long id) {
            this.player = player;
            this.mode = mode;
            this.id = id;
            open++;
        }

        /// @param at the node that is said to own the player; absent where nobody has said so
        void ask(@Nullable NodeId at) {
            int mine = ++attempt;
            var there = nodes.stream()
                    .filter(node -> node.id().equals(at))
                    .findFirst()
                    .orElseGet(() -> nodes.get(world.chance().nextInt(nodes.size())));
            there.players()
                    .ifPresent(players -> there.life()
                            .in(
                                    late(),
                                    () -> world.plants()
                                            .orders()
                                            .order(players, player, order())
                                            .thenAccept(answer -> life.in(late(), () -> hear(answer, mine)))));
            life.in(PATIENCE, () -> again(mine, null));
        }

        private ActionOrder order() {
            Action<Ledger> action = mode == ActionMode.SYNCHRONIZED ? new Ledger.Gift(id) : new Ledger.Note(id);
            return new ActionOrder(mode, Ledger.MODEL.encode(Encoding.PROTO, action), "order-" + id);
        }

        private void again(int mine, @Nullable NodeId at) {
            if (mine == attempt) {
                attempt++;
                life.in(PAUSE, () -> ask(at));
            }
        }

        private void hear(ActionAnswer answer, int mine) {
            if (mine != attempt) {
                // Given up on. Under the same key it will be heard again.
                return;
            }
            switch (answer) {
                case ActionAnswer.Accepted _ -> {
                    given.computeIfAbsent(player, _ -> new ArrayList<>()).add(id);
                    done("is accepted");
                }
                case ActionAnswer.Declined _ -> done("is refused by the game");
                case ActionAnswer.OwnedElsewhere(var owner) -> again(mine, owner);
                case ActionAnswer.Unavailable _, ActionAnswer.TooManyWaiting _ -> again(mine, null);
                case ActionAnswer.UnknownPlayer _ -> done("is for nobody");
                case ActionAnswer.Touches _,
                        ActionAnswer.UnknownAction _,
                        ActionAnswer.UnknownGame _,
                        ActionAnswer.Unreadable _ -> {
                    world.history().violated(Promise.NO_MISTAKES, "the backend heard " + answer);
                    done("makes no sense");
                }
            }
        }

        private void done(String how) {
            attempt++;
            open--;
            world.history().note(() -> "order " + id + " of " + player + " " + how);
        }
    }

    private Duration late() {
        return Duration.ofMillis(1 + world.chance().nextInt(world.happens(10) ? 1_500 : 10));
    }
}
