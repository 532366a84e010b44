package dev.gatehouse.providerkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.provider.Answer.Given;
import dev.gatehouse.provider.Answer.NoServer;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.RunningServer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Shows that a provider can be relied on. A provider's test implements it and inherits the tests:
///
/// ```java
/// class MyProviderIT implements GameServerProviderContract {
///     @Override
///     public TestHost start() {
///         return new MyHostStandIn();
///     }
/// }
/// ```
///
/// What takes a broken line is skipped where a host has none.
public interface GameServerProviderContract {

    /// A host without servers; closed after each test.
    TestHost start() throws Exception;

    /// For how much longer a provider is waited for that was told to answer within a time, or to give up.
    default Duration patience() {
        return Duration.ofSeconds(5);
    }

    @Test
    default void givesAServerAndTakesItBack() throws Exception {
        try (var host = start()) {
            var calls = new Calls(host);

            var given = assertInstanceOf(Given.class, calls.allocate("gs-1"));

            assertEquals(List.of(calls.id("gs-1")), host.running());
            assertEquals(Optional.of(calls.server("gs-1", given)), calls.describe("gs-1"));
            assertEquals(List.of(calls.server("gs-1", given)), calls.list());

            calls.deallocate("gs-1");

            assertEquals(List.of(), host.running());
            assertEquals(Optional.empty(), calls.describe("gs-1"));
            assertEquals(List.of(), calls.list());
        }
    }

    @Test
    default void handsTheServerWhatItNeedsToLink() throws Exception {
        try (var host = start()) {
            var calls = new Calls(host);
            calls.allocate("gs-1");

            var found = host.environmentOf(calls.id("gs-1"));

            assertTrue(found.entrySet().containsAll(calls.environmentOf("gs-1").entrySet()), "in " + found.keySet());
        }
    }

    @Test
    default void tellsServersApart() throws Exception {
        try (var host = start()) {
            var calls = new Calls(host);
            var one = assertInstanceOf(Given.class, calls.allocate("gs-1"));
            var other = assertInstanceOf(Given.class, calls.allocate("gs-2"));

            assertEquals(Set.of(calls.server("gs-1", one), calls.server("gs-2", other)), Set.copyOf(calls.list()));
            calls.deallocate("gs-1");

            assertEquals(List.of(calls.id("gs-2")), host.running());
            assertEquals(Optional.empty(), calls.describe("gs-1"));
            assertEquals(Optional.of(calls.server("gs-2", other)), calls.describe("gs-2"));
        }
    }

    @Test
    default void callsNoTwoServersTheSame() throws Exception {
        try (var host = start()) {
            var calls = new Calls(host);
            var names = new HashSet<String>();
            for (String id : List.of("gs-1", "gs-2", "gs-3")) {
                names.add(assertInstanceOf(Given.class, calls.allocate(id)).hostId());
                calls.deallocate(id);
            }

            assertEquals(3, names.size());
        }
    }

    @Test
    default void givesOneServerHoweverOftenItIsAsked() throws Exception {
        try (var host = start()) {
            var calls = new Calls(host);

            var first = calls.allocate("gs-1");
            var second = calls.allocate("gs-1");

            assertEquals(first, second);
            assertEquals(List.of(calls.id("gs-1")), host.running());
            assertEquals(1, calls.minted(), "the server that runs must have the newest tokens");
        }
    }

    @Test
    default void givesOneServerToFiftyWhoAskAtOnce() throws Exception {
        try (var host = start()) {
            var calls = new Calls(host);

            var answers =
                    calls.atOnce(IntStream.range(0, 50).mapToObj(_ -> "gs-1").toList());

            assertEquals(1, Set.copyOf(answers).size(), answers::toString);
            assertInstanceOf(Given.class, answers.getFirst());
            assertEquals(List.of(calls.id("gs-1")), host.running());
            assertEquals(1, calls.minted(), "the server that runs must have the newest tokens");
        }
    }

    @Test
    default void givesNoMoreThanItHas() throws Exception {
        try (var host = start()) {
            var calls = new Calls(host);

            var answers =
                    calls.atOnce(IntStream.range(0, 30).mapToObj(i -> "gs-" + i).toList());

            var given = answers.stream().filter(Given.class::isInstance).count();
            var refused = answers.stream().filter(NoServer.class::isInstance).count();
            assertEquals(TestHost.CAPACITY, given, answers::toString);
            assertEquals(30 - TestHost.CAPACITY, refused);
            assertEquals(TestHost.CAPACITY, Set.copyOf(host.running()).size());
            assertEquals(
                    Set.copyOf(host.running()),
                    calls.list().stream().map(RunningServer::serverId).collect(Collectors.toSet()));
        }
    }

    @Test
    default void knowsNothingOfStrangers() throws Exception {
        try (var host = start()) {
            var calls = new Calls(host);
            calls.allocate("gs-1");

            assertEquals(Optional.empty(), calls.describe("gs-unknown"));
            calls.deallocate("gs-unknown");
            calls.deallocate("gs-unknown");

            assertEquals(List.of(calls.id("gs-1")), host.running());
        }
    }

    @Test
    default void takesAServerBackHoweverOftenItIsTold() throws Exception {
        try (var host = start()) {
            var calls = new Calls(host);
            calls.allocate("gs-1");

            calls.deallocate("gs-1");
            calls.deallocate("gs-1");

            assertEquals(List.of(), host.running());
        }
    }

    @Test
    default void doesNotListAServerThatWentByItself() throws Exception {
        try (var host = start()) {
            var calls = new Calls(host);
            calls.allocate("gs-1");
            calls.allocate("gs-2");

            host.crash(calls.id("gs-1"));

            assertEquals(Optional.empty(), calls.describe("gs-1"));
            assertEquals(
                    List.of(calls.id("gs-2")),
                    calls.list().stream().map(RunningServer::serverId).toList());
            calls.deallocate("gs-1");
            assertEquals(List.of(calls.id("gs-2")), host.running());
        }
    }

    @Test
    default void startsNothingForWhoIsNotWantedAnyMore() throws Exception {
        try (var host = start()) {
            var calls = new Calls(host);

            assertThrows(IllegalStateException.class, () -> calls.allocateUnwanted("gs-1"));

            assertEquals(List.of(), host.running());
        }
    }

    @Test
    default void losesAndDoublesNothingWhicheverReplyIsLost() throws Exception {
        int requests;
        try (var host = start()) {
            var line = lineOf(host);
            new Calls(host).everything();
            requests = line.requests();
        }
        assertTrue(requests > 0, "no call reached the host");
        for (int lost = 0; lost < requests; lost++) {
            try (var host = start()) {
                lineOf(host).loseReplyTo(lost);
                var calls = new Calls(host);

                calls.everything();

                assertTrue(calls.unanswered() <= 1, calls.unanswered() + " calls failed without reply " + lost);
            }
        }
    }

    @Test
    default void answersInTimeOrNotAtAll() throws Exception {
        try (var host = start()) {
            var calls = new Calls(host);
            var line = lineOf(host);
            line.hold();

            assertTimeoutPreemptively(
                    patience(),
                    () -> assertThrows(ProviderException.class, () -> calls.allocate("gs-1", Duration.ofMillis(200))));

            line.goOn();
            assertInstanceOf(Given.class, calls.allocate("gs-1"));
            assertEquals(List.of(calls.id("gs-1")), host.running());
        }
    }

    @Test
    default void givesUpWhenItIsInterrupted() throws Exception {
        try (var host = start()) {
            var calls = new Calls(host);
            var line = lineOf(host);
            calls.allocate("gs-1");
            line.hold();

            for (Runnable call : List.<Runnable>of(
                    () -> calls.allocate("gs-2"),
                    () -> calls.describe("gs-1"),
                    calls::list,
                    () -> calls.deallocate("gs-1"))) {
                var givenUp = new FutureTask<>(() -> {
                    Thread.currentThread().interrupt();
                    return assertThrows(ProviderException.class, call::run);
                });
                Thread.startVirtualThread(givenUp);
                assertDoesNotThrow(
                        () -> givenUp.get(patience().toMillis(), TimeUnit.MILLISECONDS),
                        "a call goes on, or answers, though its caller has given up");
            }
            line.goOn();
        }
    }

    @Test
    default void showsNoSecretWhereItFails() throws Exception {
        try (var host = start()) {
            var calls = new Calls(host);
            var line = lineOf(host);
            line.hold();

            var failure = assertTimeoutPreemptively(
                    patience(),
                    () -> assertThrows(ProviderException.class, () -> calls.allocate("gs-1", Duration.ofMillis(100))));

            assertFalse(String.valueOf(failure.getMessage()).contains("secret"), failure.getMessage());
            line.goOn();
        }
    }

    private static TestHost.Line lineOf(TestHost host) {
        var line = host.line();
        Assumptions.assumeTrue(line.isPresent(), "nothing lies between this provider and its host");
        return line.orElseThrow();
    }
}
