package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.INSTANCES;
import static dev.gatehouse.registry.instance.redis.Examples.LINKS;
import static dev.gatehouse.registry.instance.redis.Examples.created;
import static dev.gatehouse.registry.instance.redis.Examples.instance;
import static dev.gatehouse.registry.instance.redis.Examples.linked;
import static dev.gatehouse.registry.instance.redis.Examples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.instance.GameInstances.Change;
import dev.gatehouse.registry.instance.GameInstances.Change.NotSoLinked;
import dev.gatehouse.registry.instance.GameInstances.Change.Overtaken;
import dev.gatehouse.registry.instance.GameInstances.Stored;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.LinkTerm;
import dev.gatehouse.registry.instance.LinkTerm.Held;
import dev.gatehouse.registry.instance.LinkTerm.Taken;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ChangeInstanceIT {

    @Test
    void storesTheNextOfExactlyWhatWasLoaded() throws Exception {
        var first = created();

        var change = change(first, linked(ID));

        var second = stored();
        assertThat(change).isEqualTo(new Change.Done(second.version()));
        assertThat(second).isEqualTo(new Stored(linked(ID), second.version(), Duration.ZERO, null));
        assertThat(second.version()).isGreaterThan(first.version());
    }

    @Test
    void refusesAnotherVersion() throws Exception {
        var first = created();
        change(first, instance(ID).asReleased());
        var second = stored();

        assertThat(change(first, linked(ID))).isEqualTo(new Overtaken());
        assertThat(change(new Stored(second.instance(), second.version() + 1, Duration.ZERO, null), linked(ID)))
                .isEqualTo(new Overtaken());
        assertThat(stored()).isEqualTo(second);
    }

    @Test
    void refusesAnotherState() throws Exception {
        answer(INSTANCES.create(linked(ID), Duration.ZERO));
        var first = stored();

        assertThat(change(
                        new Stored(instance(ID), first.version(), Duration.ZERO, null),
                        linked(ID).asReleased()))
                .isEqualTo(new Overtaken());
    }

    @Test
    void changesNothingThatIsGone() throws Exception {
        assertThat(change(new Stored(instance(ID), 1, Duration.ZERO, null), linked(ID)))
                .isEqualTo(new Overtaken());
        assertThat(INSIDE.exists(RegistryKeys.instance(ID))).isZero();
    }

    @Test
    void saysTheSameAgainWhereTheFirstAnswerWasLost() throws Exception {
        var first = created();
        var lost = change(first, linked(ID));

        assertThat(change(first, linked(ID))).isEqualTo(lost);
    }

    @Test
    void givesNoVersionTwiceWhereRedisHasLostTheLast() throws Exception {
        var first = created();
        var before = INSIDE.hgetall(RegistryKeys.instance(ID));
        var lost = change(first, instance(ID).asReleased());

        INSIDE.hset(RegistryKeys.instance(ID), before);

        assertThat(change(first, linked(ID))).isInstanceOf(Change.Done.class).isNotEqualTo(lost);
    }

    @Test
    void countsOnWhereTheClockWasSetBack() throws Exception {
        created();
        var later = 9_000_000_000_000_000L;
        INSIDE.hset(RegistryKeys.instance(ID), "version", Long.toString(later));

        assertThat(change(stored(), linked(ID))).isEqualTo(new Change.Done(later + 1));
    }

    @Test
    void changesNothingForALinkThatIsNotLive() throws Exception {
        var first = created();

        assertThat(change(first, linked(ID), new Held("first"))).isEqualTo(new NotSoLinked());
        assertThat(change(first, linked(ID), new Held(null))).isEqualTo(new NotSoLinked());

        answer(LINKS.claim(ID, "second", null, LONG));

        assertThat(change(first, linked(ID), new Held("first"))).isEqualTo(new NotSoLinked());
        assertThat(change(first, linked(ID), new Held("second"))).isInstanceOf(Change.Done.class);
        assertThat(change(stored(), linked(ID).asReleased(), new Held(null))).isInstanceOf(Change.Done.class);
    }

    @Test
    void takesTheLinkWithTheChange() throws Exception {
        var first = created();

        assertThat(change(first, linked(ID), new Taken("first", null, LONG))).isInstanceOf(Change.Done.class);

        assertThat(stored().link()).isEqualTo("first");
        assertThat(stored().heard()).isTrue();
        assertThat(INSIDE.pttl(RegistryKeys.instanceLink(ID))).isBetween(1L, LONG.toMillis());
        assertThat(change(stored(), linked(ID).asReleased(), new Taken("second", null, LONG)))
                .isEqualTo(new NotSoLinked());
    }

    @Test
    void takesTheLinkOfTheSameRun() throws Exception {
        change(created(), linked(ID), new Taken("first", "run-1", LONG));

        assertThat(change(stored(), linked(ID).asReleased(), new Taken("second", "run-2", LONG)))
                .isEqualTo(new NotSoLinked());
        assertThat(change(stored(), linked(ID).asReleased(), new Taken("second", "run-1", LONG)))
                .isInstanceOf(Change.Done.class);
        assertThat(stored().link()).isEqualTo("second");
    }

    @Test
    void takesNoLinkWithAChangeThatCameTooLate() throws Exception {
        var first = created();
        change(first, instance(ID).asReleased());

        assertThat(change(first, linked(ID), new Taken("first", null, LONG))).isEqualTo(new Overtaken());
        assertThat(stored().link()).isNull();
    }

    private static Change change(Stored expected, InstanceRecord next) throws Exception {
        return change(expected, next, new LinkTerm.Any());
    }

    private static Change change(Stored expected, InstanceRecord next, LinkTerm term) throws Exception {
        return answer(INSTANCES.change(expected, next, term));
    }
}
