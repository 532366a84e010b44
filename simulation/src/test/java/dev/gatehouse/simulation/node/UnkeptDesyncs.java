package dev.gatehouse.simulation.node;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.desync.DesyncBundles;
import dev.gatehouse.registry.desync.KeptBundle;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// Keeps no desync: the first one ends the run, and its seed repeats it.
final class UnkeptDesyncs implements DesyncBundles {

    @Override
    public CompletionStage<Void> keep(PlayerKey player, KeptBundle bundle) {
        return completedFuture(null);
    }

    @Override
    public CompletionStage<List<KeptBundle>> of(PlayerKey player) {
        return completedFuture(List.of());
    }
}
