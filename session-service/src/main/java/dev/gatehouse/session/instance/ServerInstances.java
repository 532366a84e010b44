package dev.gatehouse.session.instance;

import static dev.gatehouse.model.servercode.InstanceAsker.BACKEND;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.instance.InstanceRequest;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.servercode.InstanceAnswer;
import dev.gatehouse.model.servercode.Instances;
import dev.gatehouse.model.servercode.NewInstance;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/// The instances of one game, for its server code.
///
/// @param threads that may block, as many as there are questions, such as virtual ones
public record ServerInstances(GameId game, InstanceLine line, Executor threads) implements Instances {

    @Override
    public CompletionStage<InstanceAnswer> create(NewInstance wish) {
        return ask(new InstanceRequest.Create(
                BACKEND, wish.key(), wish.zone(), wish.players(), wish.data(), wish.shared(), wish.reconnect()));
    }

    @Override
    public CompletionStage<InstanceAnswer> add(InstanceId instance, List<InstancePlayer> players) {
        return ask(new InstanceRequest.AddPlayers(BACKEND, instance, List.copyOf(players)));
    }

    @Override
    public CompletionStage<InstanceAnswer> remove(InstanceId instance, List<PlayerId> players) {
        return ask(new InstanceRequest.RemovePlayers(BACKEND, instance, List.copyOf(players)));
    }

    @Override
    public CompletionStage<InstanceAnswer> end(InstanceId instance, String why) {
        return ask(new InstanceRequest.End(BACKEND, instance, why));
    }

    private CompletionStage<InstanceAnswer> ask(InstanceRequest request) {
        try {
            return CompletableFuture.supplyAsync(() -> answer(request), threads);
        } catch (RejectedExecutionException e) {
            // The node stops.
            return CompletableFuture.completedStage(InstanceAnswer.refused(PartnerError.UNAVAILABLE));
        }
    }

    private InstanceAnswer answer(InstanceRequest request) {
        try {
            return line.ask(game, request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return InstanceAnswer.refused(PartnerError.UNAVAILABLE);
        }
    }
}
