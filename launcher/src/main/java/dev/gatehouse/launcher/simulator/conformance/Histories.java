package dev.gatehouse.launcher.simulator.conformance;

import dev.gatehouse.launcher.simulator.line.LinkEvent;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// What is seen of all links, of each server by itself. Safe to use from any thread.
public final class Histories implements Consumer<LinkEvent> {

    private final LongSupplier nanoTime;
    private final Map<InstanceId, History> histories = new ConcurrentHashMap<>();

    /// @param nanoTime monotonic
    public Histories(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public void accept(LinkEvent event) {
        of(event.instance()).add(event);
    }

    /// What a player hears of its instance, its ticket above all.
    public void heard(PlayerId player, GameInstance news) {
        if (news.ticket() != null) {
            of(news.instanceId()).sent(player, news.ticket());
        }
    }

    History of(InstanceId instance) {
        return histories.computeIfAbsent(instance, _ -> new History(nanoTime));
    }
}
