package dev.gatehouse.provider;

import dev.gatehouse.model.id.ServerId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Makes it safe to ask a host again that can only be asked for *a* server: of those who want the same one at once the
/// first has it started, and everybody looks before he asks. For the callers of one process; a server's id is never
/// asked for by two. Safe to use from several threads.
public final class OneAtATime {

    /// Servers whose ids share a turn wait for each other, which costs time and nothing else.
    private static final int TURNS = 256;

    private final Semaphore[] turns =
            IntStream.range(0, TURNS).mapToObj(_ -> new Semaphore(1, true)).toArray(Semaphore[]::new);

    /// @param look finds the server where it is there already
    /// @param start asks the host for it
    /// @throws ProviderException as the two throw it, and where the caller does not get its turn
    public Answer allocate(
            Allocation allocation,
            Function<ServerId, Optional<RunningServer>> look,
            Function<Allocation, Answer> start) {
        var turn = turns[Math.floorMod(allocation.serverId().hashCode(), TURNS)];
        return inTurn(
                turn,
                allocation.within(),
                () -> look.apply(allocation.serverId())
                        .<Answer>map(found -> new Answer.Given(found.hostId()))
                        .orElseGet(() -> start.apply(allocation)));
    }

    private static Answer inTurn(Semaphore turn, Duration within, Supplier<Answer> ask) {
        try {
            if (!turn.tryAcquire(within.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new ProviderException("others ask for the same server since " + within);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException("interrupted before the host was asked", e);
        }
        try {
            return ask.get();
        } finally {
            turn.release();
        }
    }
}
