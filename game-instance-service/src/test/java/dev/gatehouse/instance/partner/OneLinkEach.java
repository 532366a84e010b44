package dev.gatehouse.instance.partner;

import dev.gatehouse.instance.life.InMemoryInstanceStore;
import dev.gatehouse.model.id.InstanceId;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/// The links of a store in memory, and tickets beside them.
final class OneLinkEach implements ServerLinks {

    private final InMemoryInstanceStore store;
    private final Set<String> used = new HashSet<>();

    OneLinkEach(InMemoryInstanceStore store) {
        this.store = store;
    }

    @Override
    public boolean claim(InstanceId instance, String link, Duration lifetime) {
        return store.link(instance, link);
    }

    @Override
    public void release(InstanceId instance, String link) {
        store.unlink(instance, link);
    }

    @Override
    public boolean useTicket(InstanceId instance, String ticketId, Duration lifetime) {
        return used.add(instance + " " + ticketId);
    }
}
