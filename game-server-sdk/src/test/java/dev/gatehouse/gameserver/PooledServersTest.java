package dev.gatehouse.gameserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.PoolServerMessage.Outcome;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PooledServersTest {

    private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();

    @Test
    void goesOnWithTheOthersWhereOneFails() throws Exception {
        var servers = servers(2, server -> {
            if (server.serverId().value().equals("gs-bad")) {
                throw new IllegalStateException("a game's own mistake");
            }
            new CountDownLatch(1).await();
        });

        allocate(servers, "gs-good");
        allocate(servers, "gs-bad");

        assertThat(ended.poll(10, TimeUnit.SECONDS)).isEqualTo("gs-bad: the game has failed: IllegalStateException");
        assertThat(servers.running())
                .extracting(each -> each.serverId().value())
                .containsExactly("gs-good");
        servers.end();
        assertThat(ended.poll(10, TimeUnit.SECONDS)).isEqualTo("gs-good: the game was interrupted");
    }

    @Test
    void keepsThePlaceOfAGameThatDoesNotEnd() throws Exception {
        var isInterrupted = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var servers = servers(1, _ -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                isInterrupted.countDown();
                mayEnd.await();
            }
        });
        allocate(servers, "gs-1");
        var released = new ArrayList<Outcome>();

        servers.release(new ServerId("gs-1"), released::add);
        assertThat(isInterrupted.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(released).isEmpty();
        assertThat(allocate(servers, "gs-2")).containsExactly(Outcome.REFUSED);

        mayEnd.countDown();
        await().until(() -> servers.running().isEmpty());
        assertThat(released).containsExactly(Outcome.GONE);
        assertThat(ended).isEmpty();
    }

    @Test
    void isIdleOnceTheLastOneHasEnded() throws Exception {
        var mayEnd = new CountDownLatch(1);
        var servers = servers(2, _ -> mayEnd.await());
        assertThat(servers.idle()).isCompleted();
        allocate(servers, "gs-1");
        allocate(servers, "gs-2");

        servers.offer(0);
        var idle = servers.idle();
        assertThat(idle).isNotDone();
        mayEnd.countDown();

        idle.get(10, TimeUnit.SECONDS);
        assertThat(allocate(servers, "gs-3")).containsExactly(Outcome.REFUSED);
    }

    private PooledServers servers(int places, PooledGame game) {
        return new PooledServers(
                game, Thread.ofVirtual().factory(), places, (server, why) -> ended.add(server.serverId() + ": " + why));
    }

    private static List<Outcome> allocate(PooledServers servers, String server) {
        var answers = new ArrayList<Outcome>();
        servers.allocate(
                new GameServerConfiguration(
                        URI.create("ws://localhost"), "social", "game", new InstanceId("gi-1"), new ServerId(server)),
                answers::add);
        return answers;
    }
}
