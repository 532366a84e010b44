package dev.gatehouse.simulation.time;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import reactor.core.scheduler.Scheduler;

/// One life of a process, from its start to its end. What it was about to do is late while it is paused, and
/// is not done once it is over.
public final class Life {

    /// The most that a thread takes to get to its next task.
    private static final long LONGEST_TURN = Duration.ofNanos(300_000).toNanos();

    private final Agenda agenda;
    private final RandomGenerator chance;
    private final long clockOffset;
    private final long clockDrift;
    private final Queue<Runnable> late = new ArrayDeque<>();
    private final List<Runnable> lastWords = new ArrayList<>();
    private boolean paused;
    private boolean over;

    public Life(Agenda agenda, RandomGenerator chance) {
        this.agenda = agenda;
        this.chance = chance;
        this.clockOffset = chance.nextLong(Duration.ofDays(30).toNanos());
        // In millionths: quartz at its worst.
        this.clockDrift = chance.nextLong(401) - 200;
    }

    /// The monotonic clock of the machine that it runs on: it starts anywhere and runs a little fast or slow,
    /// also while the process is paused.
    public long nanoTime() {
        long now = agenda.now();
        return clockOffset + now + now / 1_000_000 * clockDrift;
    }

    public boolean isOver() {
        return over;
    }

    public boolean isPaused() {
        return paused;
    }

    /// Does something at a time, unless it is over by then.
    public void at(long time, Runnable step) {
        agenda.at(time, () -> run(step));
    }

    public void in(Duration pause, Runnable step) {
        at(agenda.now() + pause.toNanos(), step);
    }

    /// Does something as soon as it can.
    public void soon(Runnable step) {
        at(agenda.now() + turn(), step);
    }

    private void run(Runnable step) {
        if (paused) {
            late.add(step);
        } else if (!over) {
            step.run();
        }
    }

    /// Stops it where it is, as SIGSTOP does.
    public void pause(Duration length) {
        if (!paused && !over) {
            paused = true;
            agenda.in(length, this::goOn);
        }
    }

    /// Goes on where it was stopped.
    public void goOn() {
        paused = false;
        for (var step = late.poll(); step != null; step = late.poll()) {
            run(step);
        }
    }

    /// Ends it from one moment to the next.
    public void end() {
        if (!over) {
            over = true;
            paused = false;
            late.clear();
            List.copyOf(lastWords).forEach(Runnable::run);
            lastWords.clear();
        }
    }

    /// Is told of the end; what the kernel does for a process that is gone.
    public void onEnd(Runnable step) {
        lastWords.add(step);
    }

    /// A thread that does one thing after the other.
    public ExecutorService thread() {
        return new TaskThreads(this, true);
    }

    /// Threads of which each does one thing.
    public ExecutorService threads() {
        return new TaskThreads(this, false);
    }

    public ScheduledExecutorService timers() {
        return new Timers(this);
    }

    public Scheduler reactor() {
        return new ReactorTimers(this);
    }

    long turn() {
        return chance.nextLong(LONGEST_TURN);
    }

    long now() {
        return agenda.now();
    }
}
