package dev.gatehouse.providerkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.Answer;
import dev.gatehouse.provider.Answer.Given;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.RunningServer;
import dev.gatehouse.provider.ServerEnvironment;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Calls a provider as game-instance-service does, with ids that no other run has.
final class Calls {

    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final GameId GAME = new GameId("goldrush");

    private final TestHost host;
    private final AtomicInteger minted = new AtomicInteger();
    private int unanswered;

    Calls(TestHost host) {
        this.host = host;
    }

    ServerId id(String name) {
        return new ServerId(name);
    }

    RunningServer server(String name, Given given) {
        return new RunningServer(id(name), instance(name), given.hostId());
    }

    Answer allocate(String name) {
        return allocate(name, WITHIN);
    }

    Answer allocate(String name, Duration within) {
        return allocate(name, within, () -> {
            minted.incrementAndGet();
            return environment(name);
        });
    }

    /// Whoever wanted it is gone by the time that the provider asks for tokens.
    Answer allocateUnwanted(String name) {
        return allocate(name, WITHIN, () -> {
            throw new IllegalStateException("not wanted any more");
        });
    }

    List<Answer> atOnce(List<String> names) throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = names.stream()
                    .map(name -> threads.submit(() -> {
                        start.await();
                        return allocate(name);
                    }))
                    .toList();
            start.countDown();
            var answers = new ArrayList<Answer>();
            for (Future<Answer> each : asked) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    Optional<RunningServer> describe(String name) {
        return host.provider().describe(id(name));
    }

    List<RunningServer> list() {
        return host.provider().list();
    }

    void deallocate(String name) {
        host.provider().deallocate(id(name));
    }

    Map<String, String> environmentOf(String name) {
        return environment(name).variables();
    }

    /// Two servers from beginning to end. A call without an answer is made once more, as it may.
    void everything() {
        var one = assertInstanceOf(Given.class, again(() -> allocate("gs-1")));
        var other = assertInstanceOf(Given.class, again(() -> allocate("gs-2")));
        assertEquals(2, host.running().size(), () -> host.running().toString());
        assertEquals(Optional.of(server("gs-1", one)), again(() -> describe("gs-1")));
        assertEquals(Set.of(server("gs-1", one), server("gs-2", other)), Set.copyOf(again(this::list)));
        again(() -> taken("gs-1"));
        assertEquals(List.of(id("gs-2")), host.running());
        again(() -> taken("gs-2"));
        assertEquals(List.of(), again(this::list));
        assertTrue(host.running().isEmpty(), "servers are left behind");
    }

    /// How often tokens were minted.
    int minted() {
        return minted.get();
    }

    /// How many calls of [#everything] were not answered.
    int unanswered() {
        return unanswered;
    }

    private boolean taken(String name) {
        deallocate(name);
        return true;
    }

    private <T> T again(Supplier<T> call) {
        try {
            return call.get();
        } catch (ProviderException e) {
            unanswered++;
            return call.get();
        }
    }

    private Answer allocate(String name, Duration within, Supplier<ServerEnvironment> environment) {
        return host.provider().allocate(new Allocation(id(name), instance(name), GAME, null, within, environment));
    }

    private static ServerEnvironment environment(String name) {
        return new ServerEnvironment(
                URI.create("ws://127.0.0.1:8082"),
                "social-secret-" + name,
                "game-secret-" + name,
                instance(name),
                new ServerId(name));
    }

    private static InstanceId instance(String name) {
        return new InstanceId("gi-of-" + name);
    }
}
