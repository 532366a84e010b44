package dev.gatehouse.simulation.registry;

import dev.gatehouse.simulation.network.Network;
import dev.gatehouse.simulation.time.Agenda;
import java.time.Duration;

/// The process behind all lines. It keeps what it knows; for a while it may not answer.
public final class RegistryServer {

    private final Agenda agenda;
    private final Network network;
    private long silentUntil;

    public RegistryServer(Agenda agenda, Network network) {
        this.agenda = agenda;
        this.network = network;
    }

    /// Does nothing for a while: whatever comes has to wait.
    public void pause(Duration length) {
        silentUntil = Math.max(silentUntil, agenda.now() + length.toNanos());
    }

    /// By its own wall clock, in ms since 1970.
    public long millis() {
        return 1_900_000_000_000L + agenda.now() / 1_000_000;
    }

    long now() {
        return agenda.now();
    }

    /// When something gets to the other side that is sent now.
    ///
    /// @param earliest because of what was sent before
    long arrival(long earliest) {
        return Math.max(Math.max(agenda.now() + network.latency(), earliest), silentUntil);
    }

    void at(long time, Runnable step) {
        agenda.at(time, step);
    }
}
