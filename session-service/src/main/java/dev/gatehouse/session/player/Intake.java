package dev.gatehouse.session.player;

import java.util.ArrayDeque;
import java.util.Deque;

/// Reads so many players at once, and the others after them in their order: where thousands come from a lost node, what
/// those who play write does not stand in line behind all of them. Single-threaded, as its shard. As many wait
/// as the shard has players.
final class Intake {

    private final int most;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int underWay;

    Intake(int most) {
        this.most = most;
    }

    /// Begins to read a player, now or once another one is [#done].
    void begin(Runnable read) {
        if (underWay < most) {
            underWay++;
            read.run();
        } else {
            waiting.add(read);
        }
    }

    /// One of those that have begun is read, or cannot be.
    void done() {
        var next = waiting.poll();
        if (next == null) {
            underWay--;
        } else {
            next.run();
        }
    }
}
