package dev.gatehouse.instance.partner.redis;

import static dev.gatehouse.registry.RegistryAnswers.await;

import dev.gatehouse.instance.partner.ServerLinks;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.instance.InstanceLinks;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The registry's links as a port that blocks.
public final class RegistryServerLinks implements ServerLinks {

    private final InstanceLinks links;

    public RegistryServerLinks(InstanceLinks links) {
        this.links = links;
    }

    @Override
    public boolean claim(InstanceId instance, String link, @Nullable String run, Duration lifetime) {
        return await(links.claim(instance, link, run, lifetime));
    }

    @Override
    public void release(InstanceId instance, String link) {
        await(links.release(instance, link));
    }

    @Override
    public Optional<String> useTicket(InstanceId instance, String ticketId, Duration lifetime) {
        return await(links.useTicket(instance, ticketId, lifetime));
    }

    @Override
    public void giveTicketBack(InstanceId instance, String ticketId, String use) {
        await(links.giveTicketBack(instance, ticketId, use));
    }
}
