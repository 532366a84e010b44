package dev.gatehouse.registry.pool.redis;

import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.REGISTRY;
import static dev.gatehouse.registry.OnRedis.SHORT;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.pool.redis.Examples.INDEX;
import static dev.gatehouse.registry.pool.redis.Examples.POOL;
import static dev.gatehouse.registry.pool.redis.Examples.SERVER_1;
import static dev.gatehouse.registry.pool.redis.Examples.SERVER_2;
import static dev.gatehouse.registry.pool.redis.Examples.SERVER_3;
import static dev.gatehouse.registry.pool.redis.Examples.box;
import static dev.gatehouse.registry.pool.redis.Examples.free;
import static dev.gatehouse.registry.pool.redis.Examples.joined;
import static dev.gatehouse.registry.pool.redis.Examples.ofRun;
import static dev.gatehouse.registry.pool.redis.Examples.onLink;
import static dev.gatehouse.registry.pool.redis.Examples.reserved;
import static dev.gatehouse.registry.pool.redis.Examples.running;
import static dev.gatehouse.registry.pool.redis.Examples.server;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.partner.PooledServer;
import dev.gatehouse.registry.pool.Place;
import dev.gatehouse.testing.RedisExtension;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ReportServerIT {

    @Test
    void knowsWhatAPoolServerSaysAndForgetsWhatItDoesNotSay() throws Exception {
        joined(box("box-1", 3, SERVER_1, SERVER_2));
        assertThat(answer(INDEX.list(POOL)))
                .containsExactlyInAnyOrder(new Place("box-1", SERVER_1), new Place("box-1", SERVER_2));
        assertThat(free()).isEqualTo(1);

        assertThat(answer(INDEX.report(POOL, box("box-1", 4, SERVER_2), LONG))).contains(List.of());

        assertThat(answer(INDEX.list(POOL))).containsExactly(new Place("box-1", SERVER_2));
        assertThat(free()).isEqualTo(3);
    }

    @Test
    void keepsAReservationThatAReportDoesNotKnowOf() throws Exception {
        joined(box("box-1", 1));
        answer(INDEX.reserve(POOL, SERVER_1, LONG));

        answer(INDEX.report(POOL, box("box-1", 1), LONG));
        assertThat(answer(INDEX.find(POOL, SERVER_1.serverId()))).contains(reserved("box-1", SERVER_1));
        assertThat(free()).isZero();

        answer(INDEX.report(POOL, box("box-1", 1, SERVER_1), LONG));
        assertThat(answer(INDEX.find(POOL, SERVER_1.serverId()))).contains(running("box-1", SERVER_1));

        answer(INDEX.report(POOL, box("box-1", 1), LONG));
        assertThat(answer(INDEX.find(POOL, SERVER_1.serverId()))).isEmpty();
        assertThat(free()).isEqualTo(1);
    }

    @Test
    void letsOneRunHaveANameForAsLongAsItsLinkIsOpen() throws Exception {
        joined(box("box-1", 1, SERVER_1));
        var other = ofRun("other", onLink("link-2", box("box-1", 2)));

        assertThat(answer(INDEX.join(POOL, other, LONG))).isEmpty();
        answer(INDEX.closeLink(POOL, "box-1", "link-of-box-1"));

        assertThat(answer(INDEX.join(POOL, other, LONG))).contains(List.of());
        assertThat(answer(INDEX.list(POOL))).isEmpty();
        assertThat(free()).isEqualTo(2);
    }

    @Test
    void letsAnotherRunHaveTheNameOnceTheFirstIsNotHeard() throws Exception {
        answer(INDEX.join(POOL, box("box-1", 1), SHORT));
        var other = ofRun("other", onLink("link-2", box("box-1", 2)));

        REGISTRY.awaits(() -> assertThat(answer(INDEX.join(POOL, other, LONG))).isPresent());
    }

    @Test
    void listensToTheNewestLinkOfARunAndToNoOther() throws Exception {
        joined(box("box-1", 1));
        joined(onLink("link-2", box("box-1", 2)));

        assertThat(answer(INDEX.report(POOL, box("box-1", 9), LONG))).isEmpty();
        assertThat(answer(INDEX.report(POOL, onLink("link-2", box("box-1", 3)), LONG)))
                .isPresent();
        assertThat(free()).isEqualTo(3);
    }

    @Test
    void learnsAllAnewFromReportsOnceRedisHasForgotten() throws Exception {
        assertThat(answer(INDEX.report(POOL, box("box-1", 2, SERVER_1), LONG))).isPresent();

        assertThat(answer(INDEX.list(POOL))).containsExactly(new Place("box-1", SERVER_1));
    }

    @Test
    void namesTheServersThatAnotherPoolServerRunsByNow() throws Exception {
        joined(box("box-1", 2, SERVER_1));

        assertThat(answer(INDEX.join(POOL, box("box-2", 2, SERVER_1, SERVER_2), LONG)))
                .contains(List.of(SERVER_1.serverId()));

        assertThat(answer(INDEX.list(POOL)))
                .containsExactlyInAnyOrder(new Place("box-1", SERVER_1), new Place("box-2", SERVER_2));
    }

    @Test
    void tellsNamesApartOfWhichOneBeginsAsAnother() throws Exception {
        joined(box("box", 1, SERVER_1));
        joined(box("box-1", 1, SERVER_2));
        joined(box("box.1", 1, SERVER_3));

        answer(INDEX.report(POOL, box("box", 1), LONG));

        assertThat(answer(INDEX.list(POOL)))
                .containsExactlyInAnyOrder(new Place("box-1", SERVER_2), new Place("box.1", SERVER_3));
    }

    @Test
    void takesAFullReport() throws Exception {
        joined(box(
                "box-1",
                1_000,
                IntStream.range(0, 1_000).mapToObj(Examples::server).toArray(PooledServer[]::new)));

        assertThat(answer(INDEX.list(POOL))).hasSize(1_000).contains(new Place("box-1", server(999)));
        assertThat(free()).isZero();
    }
}
