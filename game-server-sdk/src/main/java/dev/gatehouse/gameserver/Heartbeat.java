package dev.gatehouse.gameserver;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.partner.GameServerRequest.KeepAlive;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Says over and over that the server is well. Where the service answers that there is nothing left to be well
/// for, the game is told.
final class Heartbeat {

    private final PartnerSocket socket;
    private final Callbacks callbacks;
    private final Supplier<String> ids;
    private final InstanceId instance;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("gatehouse-heartbeat").factory());

    Heartbeat(PartnerSocket socket, Callbacks callbacks, Supplier<String> ids, InstanceId instance) {
        this.socket = socket;
        this.callbacks = callbacks;
        this.ids = ids;
        this.instance = instance;
    }

    void start(Duration every) {
        var _ = timer.scheduleAtFixedRate(this::beat, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        timer.shutdownNow();
    }

    private void beat() {
        var _ = socket.ask(new KeepAlive(ids.get(), instance)).whenComplete((_, failure) -> {
            var cause = failure instanceof CompletionException ? failure.getCause() : failure;
            if (cause instanceof GameServerException refused && !refused.isRetryable()) {
                stop();
                callbacks.terminate(refused.code());
            }
        });
    }
}
