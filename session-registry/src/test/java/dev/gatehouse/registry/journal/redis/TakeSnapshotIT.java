package dev.gatehouse.registry.journal.redis;

import dev.gatehouse.registry.OnRedis;
import dev.gatehouse.registry.journal.TakeSnapshotContract;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class TakeSnapshotIT extends TakeSnapshotContract {

    TakeSnapshotIT() {
        super(OnRedis.REGISTRY);
    }
}
