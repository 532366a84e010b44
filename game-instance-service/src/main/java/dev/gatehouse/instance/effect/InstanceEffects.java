package dev.gatehouse.instance.effect;

import dev.gatehouse.instance.allocation.Providers;
import dev.gatehouse.instance.life.LifeEffect;
import dev.gatehouse.instance.life.LifeEffect.ReleaseServer;
import dev.gatehouse.instance.life.LifeEffect.SendHostDetails;
import dev.gatehouse.instance.life.LifeEffect.TellPlayers;
import dev.gatehouse.instance.life.LifeEffect.TellServer;
import dev.gatehouse.instance.life.LifeEffects;
import dev.gatehouse.instance.partner.LiveServers;
import dev.gatehouse.instance.players.PlayerLine;
import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Performs each effect, players in parallel. Safe to use from any thread.
public final class InstanceEffects implements LifeEffects {

    private static final Logger LOG = LoggerFactory.getLogger(InstanceEffects.class);

    private final PlayerLine players;
    private final LiveServers servers;
    private final PartnerTokens tokens;
    private final Providers providers;
    private final InstantSource time;

    public InstanceEffects(
            PlayerLine players, LiveServers servers, PartnerTokens tokens, Providers providers, InstantSource time) {
        this.players = players;
        this.servers = servers;
        this.tokens = tokens;
        this.providers = providers;
        this.time = time;
    }

    @Override
    public void perform(LifeEffect effect, InstanceRecord instance) {
        try {
            switch (effect) {
                case TellPlayers(var event, var who, var why) ->
                    tell(
                            instance,
                            who,
                            player -> new GameInstance(
                                    event, instance.id(), null, null, null, Details.of(instance, player, why)));
                case SendHostDetails details ->
                    tell(instance, details.players(), player -> host(instance, details, player));
                case TellServer _ -> servers.changed(instance.id());
                case ReleaseServer _ -> release(instance);
            }
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

    private GameInstance host(InstanceRecord instance, SendHostDetails details, PlayerId player) {
        return new GameInstance(
                InstanceEvent.HOST_DETAILS,
                instance.id(),
                details.address().host(),
                details.address().port(),
                tokens.mintTicket(player, instance.gameId(), instance.id(), time.instant()),
                Details.of(instance, player, ""));
    }

    private void tell(InstanceRecord instance, List<PlayerId> who, Function<PlayerId, GameInstance> news) {
        var calls = who.stream()
                .map(player -> Thread.ofVirtual().start(() -> tell(instance, player, news.apply(player))))
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

    private void tell(InstanceRecord instance, PlayerId player, GameInstance news) {
        boolean delivered = players.tell(new PlayerKey(instance.gameId(), player), news);
        LOG.info(
                "player {} {} of instance {}: {}",
                player,
                delivered ? "heard" : "did not hear",
                instance.id(),
                news.event());
    }

    private void release(InstanceRecord instance) {
        var server = instance.server();
        if (server != null) {
            providers.named(instance.origin().provider()).ifPresent(provider -> provider.deallocate(server.serverId()));
        }
    }
}
