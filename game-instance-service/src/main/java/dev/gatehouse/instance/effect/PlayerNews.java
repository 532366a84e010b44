package dev.gatehouse.instance.effect;

import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.registry.instance.AllocatedServer.Address;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.time.InstantSource;

/// Words what players hear of their instances. Safe to use from any thread.
public final class PlayerNews {

    private final PartnerTokens tokens;
    private final InstantSource time;

    public PlayerNews(PartnerTokens tokens, InstantSource time) {
        this.tokens = tokens;
        this.time = time;
    }

    /// News that need no ticket.
    ///
    /// @param why for people; empty where there is nothing to say
    public GameInstance of(InstanceEvent event, InstanceRecord instance, PlayerId player, String why) {
        return new GameInstance(event, instance.id(), null, null, null, Details.of(instance, player, why));
    }

    /// Where to go, with a ticket that is good once, for [PartnerTokens#TICKET_LIFETIME].
    public GameInstance hostDetails(InstanceRecord instance, Address address, PlayerId player) {
        return new GameInstance(
                InstanceEvent.HOST_DETAILS,
                instance.id(),
                address.host(),
                address.port(),
                tokens.mintTicket(player, instance.gameId(), instance.id(), time.instant()),
                Details.of(instance, player, ""));
    }
}
