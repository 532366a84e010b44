package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.INSTANCES;
import static dev.gatehouse.registry.instance.redis.Examples.instance;
import static dev.gatehouse.registry.instance.redis.Examples.linked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.instance.GameInstances.Stored;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ChangeInstanceIT {

    @Test
    void storesTheNextOfExactlyWhatWasLoaded() throws Exception {
        answer(INSTANCES.create(instance(ID)));

        assertThat(answer(INSTANCES.change(new Stored(instance(ID), 1, false), linked(ID))))
                .isTrue();
        assertThat(answer(INSTANCES.load(ID))).contains(new Stored(linked(ID), 2, false));
    }

    @Test
    void refusesAnotherVersion() throws Exception {
        answer(INSTANCES.create(instance(ID)));
        answer(INSTANCES.change(new Stored(instance(ID), 1, false), instance(ID).asReleased()));

        assertThat(answer(INSTANCES.change(new Stored(instance(ID), 1, false), linked(ID))))
                .isFalse();
        assertThat(answer(INSTANCES.change(new Stored(instance(ID), 3, false), linked(ID))))
                .isFalse();
        assertThat(answer(INSTANCES.load(ID))).contains(new Stored(instance(ID).asReleased(), 2, false));
    }

    @Test
    void refusesAnotherState() throws Exception {
        answer(INSTANCES.create(linked(ID)));

        assertThat(answer(INSTANCES.change(
                        new Stored(instance(ID), 1, false), linked(ID).asReleased())))
                .isFalse();
    }

    @Test
    void changesNothingThatIsGone() throws Exception {
        assertThat(answer(INSTANCES.change(new Stored(instance(ID), 1, false), linked(ID))))
                .isFalse();
        assertThat(INSIDE.exists(RegistryKeys.instance(ID))).isZero();
    }

    @Test
    void saysYesAgainWhereTheFirstAnswerWasLost() throws Exception {
        answer(INSTANCES.create(instance(ID)));
        answer(INSTANCES.change(new Stored(instance(ID), 1, false), linked(ID)));

        assertThat(answer(INSTANCES.change(new Stored(instance(ID), 1, false), linked(ID))))
                .isTrue();
        assertThat(answer(INSTANCES.load(ID))).contains(new Stored(linked(ID), 2, false));
    }
}
