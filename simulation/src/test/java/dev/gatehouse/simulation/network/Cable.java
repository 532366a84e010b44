package dev.gatehouse.simulation.network;

import dev.gatehouse.simulation.time.Life;
import java.time.Duration;
import java.util.function.Consumer;

/// A connection between two processes, as TCP is one: each direction keeps order, and loses nothing but what
/// is on its way when the connection breaks.
///
/// @param <A> what the first end hears
/// @param <B> what the second end hears
public final class Cable<A, B> {

    private final Network network;
    private final Way<A> toFirst;
    private final Way<B> toSecond;
    private boolean down;

    /// What one end hears. Called on its process's time.
    public interface End<T> {

        void heard(T message);

        /// The connection is gone.
        ///
        /// @param inOrder whether the other end closed it after its last word
        void closed(boolean inOrder);
    }

    /// Neither end hears anything before this has returned.
    public Cable(Network network, Life first, End<A> firstEnd, Life second, End<B> secondEnd) {
        this.network = network;
        this.toFirst = new Way<>(first, firstEnd);
        this.toSecond = new Way<>(second, secondEnd);
        first.onEnd(() -> orphan(toSecond));
        second.onEnd(() -> orphan(toFirst));
    }

    public void toFirst(A message) {
        toFirst.send(end -> end.heard(message));
    }

    public void toSecond(B message) {
        toSecond.send(end -> end.heard(message));
    }

    /// The first end closes in order: the second hears what was sent before, and that it is closed.
    public void closeFirst() {
        toSecond.sendLast();
        toFirst.deaf = true;
    }

    /// The second end closes in order.
    public void closeSecond() {
        toFirst.sendLast();
        toSecond.deaf = true;
    }

    /// The first end lets go without a word.
    public void dropFirst() {
        toFirst.deaf = true;
        breakAt(toSecond);
    }

    /// The second end lets go without a word.
    public void dropSecond() {
        toSecond.deaf = true;
        breakAt(toFirst);
    }

    /// Breaks it: what is on its way is lost, and each end notices by itself.
    public void cut() {
        down = true;
        breakAt(toFirst);
        breakAt(toSecond);
    }

    /// Lets nothing through for a while. Nobody is told.
    public void stall(Duration length) {
        long until = network.agenda().now() + length.toNanos();
        toFirst.notBefore = until;
        toSecond.notBefore = until;
    }

    /// The process at the other end is gone. Its kernel may still send what it had said, or reset.
    private void orphan(Way<?> way) {
        if (network.happens()) {
            way.arrive(() -> way.end(false));
        } else {
            breakAt(way);
        }
    }

    private void breakAt(Way<?> way) {
        way.lost = true;
        way.life.at(network.agenda().now() + network.latency(), () -> way.end(false));
    }

    private final class Way<T> {

        private final Life life;
        private final End<T> end;
        private long last;
        private long notBefore;

        /// Nothing of what is on its way arrives any more.
        private boolean lost;

        /// Whoever listened does not want to hear any more.
        private boolean deaf;

        Way(Life life, End<T> end) {
            this.life = life;
            this.end = end;
        }

        void send(Consumer<End<T>> message) {
            arrive(() -> {
                if (!lost && !deaf) {
                    message.accept(end);
                }
            });
        }

        void sendLast() {
            arrive(() -> end(!lost));
        }

        private void arrive(Runnable step) {
            if (lost || down) {
                return;
            }
            long now = network.agenda().now();
            last = Math.max(Math.max(now + network.latency(), notBefore), last);
            life.at(last, step);
        }

        void end(boolean inOrder) {
            if (!deaf) {
                deaf = true;
                end.closed(inOrder);
            }
        }
    }
}
