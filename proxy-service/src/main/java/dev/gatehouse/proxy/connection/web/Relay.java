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

/// Holds a session back while its client is slow, and gives up on a client that stays so. Belongs to the socket's event
/// loop, but for the channel.
final class Relay {

    private final LinkChannel channel;
    private final Reception shared;
    private final Consumer<ConnectionEvent> events;
    private final AtomicBoolean gaveUp = new AtomicBoolean();
    private final Disposable.Swap stall = Disposables.swap();

    Relay(LinkChannel channel, Reception shared, Consumer<ConnectionEvent> events) {
        this.channel = channel;
        this.shared = shared;
        this.events = events;
    }

    LinkChannel channel() {
        return channel;
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
