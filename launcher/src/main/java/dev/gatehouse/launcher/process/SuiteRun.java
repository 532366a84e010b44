package dev.gatehouse.launcher.process;

import dev.gatehouse.launcher.settings.Folders;
import dev.gatehouse.launcher.suite.Step;
import dev.gatehouse.launcher.suite.Suite;
import dev.gatehouse.launcher.suite.SuiteEffect;
import dev.gatehouse.launcher.suite.SuiteEffect.Open;
import dev.gatehouse.launcher.suite.SuiteEffect.Say;
import dev.gatehouse.launcher.suite.SuiteEffect.SayReady;
import dev.gatehouse.launcher.suite.SuiteEffect.ShowLog;
import dev.gatehouse.launcher.suite.SuiteEffect.Start;
import dev.gatehouse.launcher.suite.SuiteEffect.Stop;
import dev.gatehouse.launcher.suite.SuiteEvent;
import dev.gatehouse.launcher.suite.SuiteState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Runs the suite from its start to its end: takes one event after the other and does what [Suite] decides.
public final class SuiteRun {

    private static final int EVENTS = 1_000;
    private static final Duration NEWS_AFTER = Duration.ofSeconds(5);
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);

    private final BlockingQueue<SuiteEvent> events = new ArrayBlockingQueue<>(EVENTS);
    private final List<List<String>> stages;
    private final Parts parts;
    private final LogTail logs;
    private final Console console;
    private final Consumer<SuiteRun> opened;
    private final Suite suite;
    private final Duration newsAfter;
    /// When the stop began, on the console's clock; only for the thread that runs this.
    private Duration begun = Duration.ZERO;

    /// @param suite decides
    /// @param stages what is started, together within a stage, one stage after the other
    /// @param starters how each name in `stages` is started
    /// @param opened called in this run's thread once everything is ready; must not block
    public SuiteRun(
            Suite suite,
            List<List<String>> stages,
            Map<String, PartStarter> starters,
            Folders folders,
            Console console,
            Consumer<SuiteRun> opened) {
        this(suite, stages, starters, folders, console, opened, NEWS_AFTER);
    }

    /// @param newsAfter so long without an event, it is said what is waited for
    SuiteRun(
            Suite suite,
            List<List<String>> stages,
            Map<String, PartStarter> starters,
            Folders folders,
            Console console,
            Consumer<SuiteRun> opened,
            Duration newsAfter) {
        this.suite = suite;
        this.newsAfter = newsAfter;
        this.stages = stages;
        this.parts = new Parts(starters, START_PATIENCE, folders, this::tell);
        this.logs = new LogTail(folders);
        this.console = console;
        this.opened = opened;
    }

    /// Something happened. From any thread.
    public void tell(SuiteEvent event) {
        // More than a thousand events behind means that the end has long been decided.
        events.offer(event);
    }

    /// Whether a part answers that it is ready, right now. Blocks for its answer; from any thread.
    public boolean isReady(String name) {
        return parts.isReady(name);
    }

    /// Kills a part without a warning. From any thread.
    ///
    /// @return false where it was gone already
    public boolean kill(String name) {
        return parts.kill(name);
    }

    /// Pauses a part: nothing of it runs, and its sockets stay open. From any thread.
    ///
    /// @return false where it is gone, or about to be stopped
    public boolean pause(String name) {
        return parts.pause(name);
    }

    /// Ends the pause of a part; nothing where it is gone, or was not paused. From any thread.
    public void goOn(String name) {
        parts.goOn(name);
    }

    /// Returns when everything is stopped.
    ///
    /// @return the status to end with
    public int run() throws InterruptedException {
        SuiteState state = perform(suite.step(new SuiteState.Planned(stages), new SuiteEvent.Begun()));
        while (true) {
            if (state instanceof SuiteState.Ended(int status)) {
                return status;
            }
            state = perform(suite.step(state, next()));
        }
    }

    private SuiteEvent next() throws InterruptedException {
        SuiteEvent event = events.poll(newsAfter.toMillis(), TimeUnit.MILLISECONDS);
        return event == null
                ? new SuiteEvent.TimePassed(console.elapsed().minus(begun).toSeconds())
                : event;
    }

    private SuiteState perform(Step step) {
        step.effects().forEach(this::perform);
        return step.state();
    }

    private void perform(SuiteEffect effect) {
        switch (effect) {
            case Start(List<String> names) -> parts.start(names);
            case Say(String line) -> console.say(line);
            case SayReady(String name) -> sayReady(name);
            case ShowLog(String name) -> logs.lastLines(name).forEach(console::say);
            case Open() -> opened.accept(this);
            case Stop(List<List<String>> named) -> {
                begun = console.elapsed();
                Thread.ofVirtual().name("stop").start(() -> stop(named));
            }
        }
    }

    /// Takes as long as the parts take; news are heard meanwhile.
    private void stop(List<List<String>> stages) {
        try {
            parts.stop(stages);
        } finally {
            tell(new SuiteEvent.AllStopped());
        }
    }

    private void sayReady(String name) {
        console.say(
                "  %-16s ready at %6s   pid %d".formatted(name, Console.inSeconds(console.elapsed()), parts.pid(name)));
    }
}
