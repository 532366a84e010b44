package dev.gatehouse.registry.faults;

import static dev.gatehouse.registry.LocalLine.line;
import static dev.gatehouse.registry.TestedRegistry.LONG;
import static dev.gatehouse.registry.TestedRegistry.PLAYER;
import static dev.gatehouse.registry.TestedRegistry.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.registry.lease.LeaseAnswer;
import dev.gatehouse.registry.lease.LeaseAnswer.Granted;
import dev.gatehouse.registry.lease.LeaseAnswer.HeldBy;
import dev.gatehouse.registry.lease.redis.RedisPlayerLeases;
import dev.gatehouse.registry.redis.Scripts;
import dev.gatehouse.testing.RedisExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two nodes that take over a player from one that is gone, both at once, again and again. Each has a connection of its
/// own, so that who is first shows only in Redis.
class ClaimFaultsIT {

    private static final int ROUNDS = Integer.getInteger("gatehouse.faults.races", 4_000);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private final CyclicBarrier start = new CyclicBarrier(2);

    @Test
    @DisplayName(
            "F47: two nodes claim one player at once, again and again: one of them has it, and the other hears who")
    void givesAPlayerToOneOfTwoThatRace() throws Exception {
        List<LeaseAnswer> first;
        List<LeaseAnswer> second;
        try (var nodes = Executors.newFixedThreadPool(2)) {
            var one = nodes.submit(() -> races("session-1"));
            var other = nodes.submit(() -> races("session-2"));
            first = one.get();
            second = other.get();
        }

        int most = 0;
        int disagreed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            most = Math.max(most, won(List.of(first.get(round), second.get(round))));
            disagreed += owner(first.get(round)).equals(owner(second.get(round))) ? 0 : 1;
        }
        System.out.printf(
                "F47: two nodes claim one player: %d rounds, most owners at once %d, won %d/%d%n",
                ROUNDS, most, won(first), won(second));
        assertThat(most).isEqualTo(1);
        assertThat(disagreed).isZero();
        assertThat(won(first)).isPositive();
        assertThat(won(second)).isPositive();
        assertThat(epochs(first, second)).containsExactlyElementsOf(rounds());
    }

    /// Claims the player from the owner of the round before as soon as the other one does, each time as a new node.
    private List<LeaseAnswer> races(String name) throws Exception {
        var leases = new RedisPlayerLeases(new Scripts(line(REDIS.port()), TIMEOUT));
        var answers = new ArrayList<LeaseAnswer>();
        @Nullable NodeId gone = null;
        for (int round = 0; round < ROUNDS; round++) {
            var node = new NodeId(name + "-" + round);
            start.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            var answer = answer(leases.claim(PLAYER, node, "a", LONG, gone));
            answers.add(answer);
            gone = owner(answer);
        }
        return answers;
    }

    private static NodeId owner(LeaseAnswer answer) {
        return switch (answer) {
            case Granted granted -> granted.lease().node();
            case HeldBy held -> held.node();
        };
    }

    private static int won(List<LeaseAnswer> answers) {
        return (int) answers.stream().filter(Granted.class::isInstance).count();
    }

    private static List<Long> epochs(List<LeaseAnswer> first, List<LeaseAnswer> second) {
        return Stream.concat(first.stream(), second.stream())
                .filter(Granted.class::isInstance)
                .map(answer -> ((Granted) answer).lease().epoch())
                .sorted()
                .toList();
    }

    /// The epochs of which one is given in each round.
    private static List<Long> rounds() {
        return LongStream.rangeClosed(1, ROUNDS).boxed().toList();
    }
}
