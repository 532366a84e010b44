package dev.gatehouse.simulation.network;

import dev.gatehouse.simulation.time.Agenda;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long what is sent is on its way.
public final class Network {

    private static final long SHORTEST = Duration.ofNanos(100_000).toNanos();
    private static final long USUAL = Duration.ofMillis(2).toNanos();
    private static final long SLOW = Duration.ofMillis(60).toNanos();
    private static final long STUCK = Duration.ofMillis(900).toNanos();

    private final Agenda agenda;
    private final RandomGenerator chance;

    public Network(Agenda agenda, RandomGenerator chance) {
        this.agenda = agenda;
        this.chance = chance;
    }

    /// Most packets are quick, some wait in a queue, and one in a hundred had to be sent again.
    public long latency() {
        int kind = chance.nextInt(100);
        long most = kind < 80 ? USUAL : kind < 99 ? SLOW : STUCK;
        return SHORTEST + chance.nextLong(most);
    }

    /// One of two ways, at random.
    boolean happens() {
        return chance.nextBoolean();
    }

    Agenda agenda() {
        return agenda;
    }
}
