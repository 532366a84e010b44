package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.instance.InstanceLinks;
import dev.gatehouse.registry.redis.Scripts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Links and used tickets in Redis.
public final class RedisInstanceLinks implements InstanceLinks {

    private final Scripts scripts;
    private final Supplier<String> uses;

    /// @param uses a text that no other call of any node gets, on each call
    public RedisInstanceLinks(Scripts scripts, Supplier<String> uses) {
        this.scripts = scripts;
        this.uses = uses;
    }

    @Override
    public CompletionStage<Boolean> claim(InstanceId instance, String link, @Nullable String run, Duration lifetime) {
        return scripts.run(ClaimLink.call(instance, link, run, lifetime));
    }

    @Override
    public CompletionStage<Boolean> release(InstanceId instance, String link) {
        return scripts.run(ReleaseLink.call(instance, link));
    }

    @Override
    public CompletionStage<Optional<String>> useTicket(InstanceId instance, String ticketId, Duration lifetime) {
        var use = uses.get();
        return scripts.run(UseTicket.call(instance, ticketId, use, lifetime))
                .thenApply(isFirst -> isFirst ? Optional.of(use) : Optional.empty());
    }

    @Override
    public CompletionStage<Boolean> giveTicketBack(InstanceId instance, String ticketId, String use) {
        return scripts.run(GiveTicketBack.call(instance, ticketId, use));
    }
}
