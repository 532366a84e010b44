package dev.gatehouse.instance.effect;

import dev.gatehouse.instance.allocation.Providers;
import dev.gatehouse.instance.life.LifeEffect;
import dev.gatehouse.instance.life.LifeEffect.ReleaseServer;
import dev.gatehouse.instance.life.LifeEffect.SendHostDetails;
import dev.gatehouse.instance.life.LifeEffect.TellPlayers;
import dev.gatehouse.instance.life.LifeEffect.TellServer;
import dev.gatehouse.instance.life.LifeEffects;
import dev.gatehouse.instance.life.Receipts;
import dev.gatehouse.instance.partner.LiveServers;
import dev.gatehouse.instance.players.PlayerLine;
import dev.gatehouse.instance.players.PlayerLine.Delivery;
import dev.gatehouse.instance.players.PlayerLine.Reached;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.OwedNews;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Performs each effect, players in parallel. Safe to use from any thread.
public final class InstanceEffects implements LifeEffects {

    private static final Logger LOG = LoggerFactory.getLogger(InstanceEffects.class);

    private final PlayerLine players;
    private final PlayerNews news;
    private final LiveServers servers;
    private final Providers providers;
    private final Receipts receipts;

    public InstanceEffects(
            PlayerLine players, PlayerNews news, Receipts receipts, LiveServers servers, Providers providers) {
        this.players = players;
        this.news = news;
        this.receipts = receipts;
        this.servers = servers;
        this.providers = providers;
    }

    /// Players are looked for before; that is all.
    @Override
    public Runnable prepare(LifeEffect effect, InstanceRecord instance) {
        return switch (effect) {
            case TellPlayers(var event, var who, var why) ->
                telling(effect, instance, who, player -> news.of(event, instance, player, why));
            case SendHostDetails(var who, var address) ->
                telling(effect, instance, who, player -> news.hostDetails(instance, address, player));
            case TellServer _ -> () -> attempt(effect, instance, () -> servers.changed(instance.id()));
            case ReleaseServer _ -> () -> attempt(effect, instance, () -> providers.takeBack(instance));
        };
    }

    private static void attempt(LifeEffect effect, InstanceRecord instance, Runnable doing) {
        try {
            doing.run();
        } catch (RuntimeException e) {
            // What is left to do must still be done; the instance itself has changed already.
            LOG.error("{} failed for instance {}", effect.getClass().getSimpleName(), instance.id(), e);
        }
    }

    @Override
    public void entered(InstanceRecord instance) {
        LOG.info(
                "instance {} is {}: {}",
                instance.id(),
                instance.state(),
                instance.history().getLast().why());
    }

    private Runnable telling(
            LifeEffect effect, InstanceRecord instance, List<PlayerId> who, Function<PlayerId, GameInstance> news) {
        var reached = new LinkedHashMap<PlayerId, Reached>();
        who.forEach(player -> reached.put(player, players.reach(new PlayerKey(instance.gameId(), player))));
        return () -> attempt(effect, instance, () -> tell(instance, reached, news));
    }

    private void tell(InstanceRecord instance, Map<PlayerId, Reached> who, Function<PlayerId, GameInstance> news) {
        var calls = who.entrySet().stream()
                .map(each -> Thread.ofVirtual()
                        .start(() -> tell(instance, each.getKey(), each.getValue(), news.apply(each.getKey()))))
                .toList();
        for (Thread call : calls) {
            try {
                call.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void tell(InstanceRecord instance, PlayerId player, Reached reached, GameInstance news) {
        var delivery = reached.tell(news);
        if (delivery != Delivery.UNKNOWN) {
            owed(instance, player, news.event()).ifPresent(owed -> receipts.heard(instance.id(), owed));
        }
        LOG.info("player {} {} of instance {}: {}", player, words(delivery), instance.id(), news.event());
    }

    private static Optional<OwedNews> owed(InstanceRecord instance, PlayerId player, InstanceEvent event) {
        return instance.owed().stream()
                .filter(news -> news.player().equals(player) && news.event() == event)
                .findFirst();
    }

    private static String words(Delivery delivery) {
        return switch (delivery) {
            case HEARD -> "heard";
            case AWAY -> "has no session to hear";
            case UNKNOWN -> "may not have heard";
        };
    }
}
