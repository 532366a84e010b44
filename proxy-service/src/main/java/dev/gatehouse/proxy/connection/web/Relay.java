package dev.gatehouse.proxy.connection.web;

import dev.gatehouse.proxy.connection.ConnectionEvent;
import dev.gatehouse.proxy.connection.ConnectionEvent.FellBehind;
import dev.gatehouse.proxy.connection.SendBudget.Advice;
import dev.gatehouse.proxy.link.LinkChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// Holds a session back while its client is slow, and gives up on a client that stays so. Belongs to the
/// socket's event loop, but for the channel.
final class Relay {

    private final LinkChannel channel;
    private final Reception shared;
    private final Consumer<ConnectionEvent> events;
    private final AtomicBoolean gaveUp = new AtomicBoolean();
    private final Disposable.Swap stall = Disposables.swap();
    private final Sinks.One<Relay> next = Sinks.one();

    Relay(LinkChannel channel, Reception shared, Consumer<ConnectionEvent> events) {
        this.channel = channel;
        this.shared = shared;
        this.events = events;
    }

    LinkChannel channel() {
        return channel;
    }

    /// What the session goes on over once this channel is gone; empty if over nothing.
    Mono<Relay> next() {
        return next.asMono();
    }

    void goOnWith(Relay other) {
        next.tryEmitValue(other);
    }

    void endWithoutNext() {
        next.tryEmitEmpty();
    }

    void feelPressure(Advice advice) {
        switch (advice) {
            case NOTHING -> {}
            case PAUSE -> {
                shared.meters().paused();
                channel.pause();
                stall.update(giveUpLater());
            }
            case RESUME -> {
                stall.update(Disposables.disposed());
                channel.resume();
            }
            case GIVE_UP -> giveUp();
        }
    }

    void stop() {
        stall.dispose();
    }

    private Disposable giveUpLater() {
        return Mono.delay(shared.limits().send().stallTimeout(), shared.timers())
                .subscribe(_ -> giveUp());
    }

    // Said once: every further frame would say it again.
    private void giveUp() {
        if (gaveUp.compareAndSet(false, true)) {
            events.accept(new FellBehind());
        }
    }
}
