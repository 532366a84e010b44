package dev.gatehouse.proxy.drain;

import dev.gatehouse.model.protocol.ServerMessage.Move;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// Gives each client a part of the drain's window to move in, half as long as all of it: clients that
/// all choose the first moment of their part are spread as well. Not thread-safe if the generator is
/// not.
public final class MoveSpread {

    private final long windowMillis;
    private final RandomGenerator random;

    public MoveSpread(Duration window, RandomGenerator random) {
        this.windowMillis = window.toMillis();
        this.random = random;
    }

    public Move next() {
        long part = windowMillis / 2;
        return new Move(random.nextLong(windowMillis - part + 1), part);
    }
}
