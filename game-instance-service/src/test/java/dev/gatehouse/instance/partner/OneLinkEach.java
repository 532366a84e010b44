package dev.gatehouse.instance.partner;

import dev.gatehouse.model.id.InstanceId;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Links in memory that never end by themselves.
final class OneLinkEach implements ServerLinks {

    private final Map<InstanceId, String> live = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    @Override
    public boolean claim(InstanceId instance, String link, Duration lifetime) {
        return live.merge(instance, link, (first, _) -> first).equals(link);
    }

    @Override
    public void release(InstanceId instance, String link) {
        live.remove(instance, link);
    }

    @Override
    public boolean isLinked(InstanceId instance, @Nullable String link) {
        var current = live.get(instance);
        return current != null && (link == null || current.equals(link));
    }

    @Override
    public boolean useTicket(InstanceId instance, String ticketId, Duration lifetime) {
        return used.add(instance + " " + ticketId);
    }
}
