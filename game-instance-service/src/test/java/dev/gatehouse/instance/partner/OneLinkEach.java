package dev.gatehouse.instance.partner;

import dev.gatehouse.instance.life.InMemoryInstanceStore;
import dev.gatehouse.model.id.InstanceId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The links of a store in memory, and tickets beside them.
final class OneLinkEach implements ServerLinks {

    private final InMemoryInstanceStore store;
    private final Map<String, String> used = new HashMap<>();
    private int uses;
    private Duration heardFor = Duration.ZERO;

    OneLinkEach(InMemoryInstanceStore store) {
        this.store = store;
    }

    @Override
    public boolean claim(InstanceId instance, String link, @Nullable String run, Duration lifetime) {
        heardFor = lifetime;
        return store.link(instance, link, run);
    }

    /// For how long the last claim is good, and its server counts as heard.
    Duration heardFor() {
        return heardFor;
    }

    @Override
    public void release(InstanceId instance, String link) {
        store.unlink(instance, link);
    }

    @Override
    public Optional<String> useTicket(InstanceId instance, String ticketId, Duration lifetime) {
        var use = "use-" + ++uses;
        return used.putIfAbsent(instance + " " + ticketId, use) == null ? Optional.of(use) : Optional.empty();
    }

    @Override
    public void giveTicketBack(InstanceId instance, String ticketId, String use) {
        used.remove(instance + " " + ticketId, use);
    }
}
