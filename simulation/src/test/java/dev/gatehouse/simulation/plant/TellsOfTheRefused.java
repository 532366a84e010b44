package dev.gatehouse.simulation.plant;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.protocol.ServerMessage.ServerAction;
import dev.gatehouse.session.player.Players;
import dev.gatehouse.session.player.answer.ActionAnswer;
import dev.gatehouse.session.player.answer.ActionOrder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Tells clients of an unsynchronized action that the server could not do, as if it had.
public final class TellsOfTheRefused {

    /// No action that was done has it.
    private static final long ID = Long.MAX_VALUE;

    public static CompletionStage<ActionAnswer> order(Players players, PlayerKey player, ActionOrder order) {
        return players.order(player, order)
                .thenCompose(answer -> answer instanceof ActionAnswer.Declined
                        ? players.deliver(player, new ServerAction(ID, order.mode(), order.call()))
                                .thenApply(_ -> answer)
                        : CompletableFuture.completedFuture(answer));
    }

    private TellsOfTheRefused() {}
}
