package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.OFFSPRING;
import static dev.gatehouse.registry.instance.redis.Examples.OTHER;
import static dev.gatehouse.registry.instance.redis.Examples.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.registry.instance.GameInstances;
import dev.gatehouse.registry.instance.Offspring;
import dev.gatehouse.registry.instance.Offspring.Count;
import dev.gatehouse.registry.instance.Offspring.Count.Counts;
import dev.gatehouse.registry.instance.Offspring.Count.Full;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class CountOffspringIT {

    @Test
    void countsForAsLongAsAnInstanceIsKept() throws Exception {
        assertThat(count(ID, 1)).isEqualTo(new Counts());

        assertThat(INSIDE.pttl(RegistryKeys.offspring(ROOT))).isBetween(1L, GameInstances.KEPT.toMillis());
    }

    @Test
    void countsNoMoreThanThereMayBe() throws Exception {
        count(ID, 1);

        assertThat(count(OTHER, 1)).isInstanceOf(Full.class);
        assertThat(INSIDE.zrange(RegistryKeys.offspring(ROOT), 0, -1)).containsExactly(ID.value());
        assertThat(count(OTHER, 2)).isEqualTo(new Counts());
    }

    @Test
    void countsNothingWhereNothingMayBe() throws Exception {
        assertThat(count(ID, 0)).isInstanceOf(Full.class);
        assertThat(INSIDE.keys("*")).isEmpty();
    }

    @Test
    void countsOfManyAtOnceAsManyAsThereMayBe() throws Exception {
        var counting = IntStream.range(0, 50)
                .mapToObj(i -> OFFSPRING.count(ROOT, new InstanceId("gi-many-" + i), 10, LONG))
                .toList();

        int counted = 0;
        for (var each : counting) {
            counted += answer(each) instanceof Counts ? 1 : 0;
        }
        assertThat(counted).isEqualTo(10);
    }

    @Test
    void countsAnInstanceOnce() throws Exception {
        count(ID, 1);

        assertThat(count(ID, 1)).isEqualTo(new Counts());
        assertThat(INSIDE.zcard(RegistryKeys.offspring(ROOT))).isEqualTo(1);
    }

    @Test
    void countsForEachServer() throws Exception {
        count(ID, 1);

        assertThat(answer(OFFSPRING.count(new ServerId("gs-other"), OTHER, 1, LONG)))
                .isEqualTo(new Counts());
    }

    @Test
    void doubtsNobodyWhoWasCountedLately() throws Exception {
        count(ID, 1);

        assertThat(count(OTHER, 1))
                .isInstanceOfSatisfying(
                        Full.class, full -> assertThat(full.doubted()).isEmpty());
    }

    @Test
    void doubtsThoseWhoWereCountedLongestAgoInTurn() throws Exception {
        int all = Offspring.MOST_DOUBTED + 1;
        var ids = IntStream.range(0, all)
                .mapToObj(i -> new InstanceId("gi-a" + i))
                .toList();
        for (var id : ids) {
            count(id, all);
        }

        assertThat(doubtedFor(OTHER, all)).isEqualTo(ids.subList(0, all - 1));
        assertThat(doubtedFor(OTHER, all)).hasSize(all - 1).contains(ids.getLast());
    }

    private static List<InstanceId> doubtedFor(InstanceId newcomer, int most) throws Exception {
        return ((Full) answer(OFFSPRING.count(ROOT, newcomer, most, Duration.ZERO))).doubted();
    }

    private static Count count(InstanceId instance, int most) throws Exception {
        return answer(OFFSPRING.count(ROOT, instance, most, LONG));
    }
}
