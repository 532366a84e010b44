package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.INSTANCES;
import static dev.gatehouse.registry.instance.redis.Examples.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ClaimHostIT {

    @Test
    void bindsAServerToTheFirstInstanceForGood() throws Exception {
        assertThat(answer(INSTANCES.claimHost("agones", "any {name} at all", ID)))
                .isEqualTo(ID);
        assertThat(answer(INSTANCES.claimHost("agones", "any {name} at all", OTHER)))
                .isEqualTo(ID);
        assertThat(answer(INSTANCES.claimHost("agones", "any {name} at all", ID)))
                .isEqualTo(ID);
    }

    @Test
    void keepsProvidersAndServersApart() throws Exception {
        answer(INSTANCES.claimHost("agones", "uid-1", ID));

        assertThat(answer(INSTANCES.claimHost("webhook", "uid-1", OTHER))).isEqualTo(OTHER);
        assertThat(answer(INSTANCES.claimHost("agones", "uid-2", OTHER))).isEqualTo(OTHER);
    }

    @Test
    void forgetsAServerInTheEnd() throws Exception {
        answer(SCRIPTS.run(ClaimHost.call("digest", ID, LONG)));

        assertThat(INSIDE.pttl(RegistryKeys.gameServerHost("digest"))).isBetween(1L, LONG.toMillis());
    }
}
