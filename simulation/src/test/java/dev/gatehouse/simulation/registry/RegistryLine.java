package dev.gatehouse.simulation.registry;

import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.simulation.time.Life;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// One connection of a process to the registry, as the Redis client keeps it: scripts are carried out in the
/// order in which they were sent. After an interruption everything that has no answer is sent once more, so
/// some of it is carried out twice; what was given up on is not.
public final class RegistryLine implements ServerLine {

    private final RegistryServer server;
    private final Life life;
    private final Duration timeout;

    /// Sent, and not answered yet; in order.
    private final Deque<Request<?>> open = new ArrayDeque<>();

    /// Grows with every interruption: what belongs to an earlier connection goes nowhere.
    private long connection;

    private boolean up = true;
    private long lastArrival;
    private long lastAnswer;
    private long notBefore;

    private final class Request<T> {

        private final Supplier<T> script;
        private final CompletableFuture<T> answer = new CompletableFuture<>();

        /// Whether it has got as far as the registry on the present connection.
        private boolean arrived;

        private Request(Supplier<T> script) {
            this.script = script;
        }

        private void send() {
            long mine = connection;
            arrived = false;
            lastArrival = server.arrival(Math.max(notBefore, lastArrival));
            server.at(lastArrival, () -> {
                if (mine == connection) {
                    arrived = true;
                    answerWith(script.get(), mine);
                }
            });
        }

        private void answerWith(T result, long mine) {
            lastAnswer = server.arrival(Math.max(notBefore, lastAnswer));
            life.at(lastAnswer, () -> {
                if (mine == connection) {
                    open.remove(this);
                    answer.complete(result);
                }
            });
        }

        /// Nobody hears of it.
        private void carryOut() {
            var _ = script.get();
        }

        private void giveUp() {
            answer.completeExceptionally(
                    new RegistryUnavailableException("no answer within " + timeout, new IllegalStateException()));
        }
    }

    /// @param timeout after which a script counts as unanswered, whatever becomes of it
    public RegistryLine(RegistryServer server, Life life, Duration timeout) {
        this.server = server;
        this.life = life;
        this.timeout = timeout;
    }

    /// Runs a script.
    ///
    /// @return fails with [RegistryUnavailableException] where there is no answer in time
    public <T> CompletionStage<T> run(Supplier<T> script) {
        var request = new Request<>(script);
        open.add(request);
        if (up) {
            request.send();
        }
        life.in(timeout, request::giveUp);
        return request.answer;
    }

    @Override
    public void stall(Duration length) {
        notBefore = Math.max(notBefore, server.now() + length.toNanos());
    }

    @Override
    public void interrupt(int arriving, Duration until) {
        connection++;
        up = false;
        open.stream().filter(request -> !request.arrived).limit(arriving).forEach(Request::carryOut);
        life.in(until, this::reconnected);
    }

    private void reconnected() {
        up = true;
        var wanted = new ArrayList<Request<?>>();
        for (var request : List.copyOf(open)) {
            if (request.answer.isDone()) {
                open.remove(request);
            } else {
                wanted.add(request);
            }
        }
        wanted.forEach(Request::send);
    }
}
