package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.registry.instance.GameInstances;
import dev.gatehouse.registry.instance.Offspring;
import dev.gatehouse.registry.redis.Scripts;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// What comes from game servers, in Redis.
public final class RedisOffspring implements Offspring {

    private static final long WHENEVER = 0;

    private final Scripts scripts;

    public RedisOffspring(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public CompletionStage<Count> count(ServerId root, InstanceId instance, int most, Duration trusted) {
        return scripts.run(CountOffspring.call(root, instance, most, trusted, GameInstances.KEPT));
    }

    @Override
    public CompletionStage<Boolean> forget(ServerId root, InstanceId instance) {
        return scripts.run(ForgetOffspring.call(root, List.of(instance), WHENEVER))
                .thenApply(forgotten -> forgotten > 0);
    }

    @Override
    public CompletionStage<Long> forgetDoubted(ServerId root, Collection<InstanceId> gone, long at) {
        return scripts.run(ForgetOffspring.call(root, gone, at));
    }
}
