package dev.gatehouse.gameserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.PoolOrder.Allocate;
import dev.gatehouse.model.partner.PooledServer;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PoolConnectionTest {

    private static final ServerId FIRST = new ServerId("gs-1");
    private static final ServerId LATER = new ServerId("gs-2");

    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final TestTime time = new TestTime();
    private final FakePool pool = new FakePool();
    private final PoolLink link = new PoolLink(
            new PoolLink.Identity("box-1", "run-1"),
            ended -> new PooledServers(_ -> mayEnd.await(), Thread.ofVirtual().factory(), 2, ended),
            pool,
            time.executor(),
            new Random(1));
    private final PoolConnection connection = new PoolConnection(link, time.executor());

    @AfterEach
    void endGames() {
        connection.close();
    }

    @Test
    void interruptsAtTheDeadlineOfADrain() throws Exception {
        link.join();
        run(FIRST);
        var drained = connection.drain(Duration.ofMinutes(30));

        time.passes(Duration.ofMinutes(30).minusMillis(1));
        assertThat(drained).isNotDone();
        time.passes(Duration.ofMillis(1));

        drained.get(10, TimeUnit.SECONDS);
        assertThat(connection.running()).isEmpty();
    }

    @Test
    void interruptsNobodyOnceTheDrainIsTakenBack() {
        link.join();
        run(FIRST);
        var _ = connection.drain(Duration.ofMinutes(30));
        connection.offer(2);
        run(LATER);

        time.passes(Duration.ofHours(1));

        assertThat(connection.running()).extracting(PooledServer::serverId).containsExactly(FIRST, LATER);
        assertThat(mayEnd.getCount()).isOne();
    }

    @Test
    void goesByTheLastOfSeveralDrains() throws Exception {
        link.join();
        run(FIRST);
        var _ = connection.drain(Duration.ofMinutes(1));
        var drained = connection.drain(Duration.ofMinutes(30));

        time.passes(Duration.ofMinutes(29));
        assertThat(connection.running()).hasSize(1);
        assertThat(drained).isNotDone();
        time.passes(Duration.ofMinutes(1));

        drained.get(10, TimeUnit.SECONDS);
    }

    private void run(ServerId server) {
        pool.order(new Allocate(
                "a-" + server, server, new InstanceId("gi-" + server), "ws://localhost", "social", "game"));
    }
}
