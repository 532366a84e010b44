package dev.gatehouse.simulation.time;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/// Everything that will happen, in the order of its time. One thread runs all of it.
public final class Agenda {

    private final PriorityQueue<Item> items = new PriorityQueue<>();
    private long now;
    private long added;

    private record Item(long at, long order, Runnable step) implements Comparable<Item> {

        @Override
        public int compareTo(Item other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    /// Nanoseconds since the simulation began: true time, which no process can see.
    public long now() {
        return now;
    }

    /// How many things have been planned so far.
    public long planned() {
        return added;
    }

    public void at(long time, Runnable step) {
        items.add(new Item(Math.max(time, now), added++, step));
    }

    public void in(Duration pause, Runnable step) {
        at(now + pause.toNanos(), step);
    }

    /// Lets happen what is due until a time, or until enough has happened.
    ///
    /// @return whether it was enough
    public boolean run(long until, BooleanSupplier enough) {
        while (!enough.getAsBoolean()) {
            var next = items.peek();
            if (next == null || next.at() > until) {
                now = until;
                return enough.getAsBoolean();
            }
            items.remove();
            now = next.at();
            next.step().run();
        }
        return true;
    }
}
