package dev.gatehouse.launcher.suite;

import dev.gatehouse.launcher.suite.SuiteEffect.Open;
import dev.gatehouse.launcher.suite.SuiteEffect.Say;
import dev.gatehouse.launcher.suite.SuiteEffect.SayReady;
import dev.gatehouse.launcher.suite.SuiteEffect.ShowLog;
import dev.gatehouse.launcher.suite.SuiteEffect.Start;
import dev.gatehouse.launcher.suite.SuiteEffect.Stop;
import dev.gatehouse.launcher.suite.SuiteEvent.AllStopped;
import dev.gatehouse.launcher.suite.SuiteEvent.BecameReady;
import dev.gatehouse.launcher.suite.SuiteEvent.Begun;
import dev.gatehouse.launcher.suite.SuiteEvent.Died;
import dev.gatehouse.launcher.suite.SuiteEvent.Failed;
import dev.gatehouse.launcher.suite.SuiteEvent.StopAsked;
import dev.gatehouse.launcher.suite.SuiteEvent.TimePassed;
import dev.gatehouse.launcher.suite.SuiteState.Ended;
import dev.gatehouse.launcher.suite.SuiteState.Planned;
import dev.gatehouse.launcher.suite.SuiteState.Running;
import dev.gatehouse.launcher.suite.SuiteState.Starting;
import dev.gatehouse.launcher.suite.SuiteState.Stopping;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Decides what is started when, and what happens when something dies. Where another process of the same service is
/// there to take over, the rest carries on; without any, the suite is of no use to anybody, so the rest is stopped and
/// the whole ends with a non-zero status.
///
/// @param revives whether a process that the rest carries on without is started again
public record Suite(boolean revives) {

    /// The status of a suite that did not end as it was meant to.
    public static final int FAILURE = 1;

    private static final String STOPPING = "what makes the next start faster is kept; Ctrl-C again ends at once";

    /// What players are connected to, or played by.
    private static final Set<String> WITH_PLAYERS = Set.of("proxy", "session");

    public Step step(SuiteState state, SuiteEvent event) {
        return switch (state) {
            case Planned now -> planned(now, event);
            case Starting now -> starting(now, event);
            case Running now -> running(now, event);
            case Stopping now -> stopping(now, event);
            case Ended now -> Step.to(now);
        };
    }

    private static Step planned(Planned now, SuiteEvent event) {
        return switch (event) {
            case Begun _ -> start(now.stages(), 0);
            case StopAsked(int status, String _) -> Step.to(new Ended(status));
            case BecameReady _, Failed _, Died _, TimePassed _, AllStopped _ -> Step.to(now);
        };
    }

    private static Step starting(Starting now, SuiteEvent event) {
        return switch (event) {
            case BecameReady(String name) -> ready(now, name);
            case TimePassed(long seconds) -> Step.to(now, new Say(stillWaiting(now, seconds)));
            case Died died -> stop(startedStages(now), died.name(), death(died, now.awaited()));
            case Failed(String name, String why) -> stop(startedStages(now), name, name + " " + why);
            case StopAsked(int status, String why) -> stop(startedStages(now), status, why);
            case Begun _, AllStopped _ -> Step.to(now);
        };
    }

    private Step running(Running now, SuiteEvent event) {
        return switch (event) {
            case Died died -> lose(now, died);
            case StopAsked(int status, String why) -> stop(now.stages(), status, why);
            case Failed(String name, String why) -> stop(now.stages(), name, name + " " + why);
            case BecameReady(String name) -> Step.to(now, new SayReady(name));
            case Begun _, TimePassed _, AllStopped _ -> Step.to(now);
        };
    }

    /// Deaths are what is wanted now, and a second reason to stop changes nothing.
    private static Step stopping(Stopping now, SuiteEvent event) {
        return switch (event) {
            case AllStopped _ -> Step.to(new Ended(now.status()));
            case Died died -> Step.to(new Stopping(now.status(), without(now.left(), died.name())));
            case TimePassed(long seconds) -> Step.to(now, stillStopping(now, seconds));
            case Begun _, BecameReady _, Failed _, StopAsked _ -> Step.to(now);
        };
    }

    private static Step start(List<List<String>> stages, int stage) {
        List<String> names = stages.get(stage);
        return Step.to(new Starting(stages, stage, new TreeSet<>(names)), new Start(names));
    }

    private static Step ready(Starting now, String name) {
        SortedSet<String> awaited = new TreeSet<>(now.awaited());
        awaited.remove(name);
        if (!awaited.isEmpty()) {
            return Step.to(new Starting(now.stages(), now.stage(), awaited), new SayReady(name));
        }
        if (now.stage() + 1 == now.stages().size()) {
            return Step.to(new Running(now.stages()), new SayReady(name), new Open());
        }
        Step next = start(now.stages(), now.stage() + 1);
        return new Step(next.state(), List.of(new SayReady(name), next.effects().getFirst()));
    }

    private Step lose(Running now, Died died) {
        String death = death(died, new TreeSet<>());
        List<List<String>> left = without(now.stages(), died.name());
        List<String> replicas = left.stream()
                .flatMap(List::stream)
                .filter(name -> service(name).equals(service(died.name())))
                .toList();
        if (replicas.isEmpty()) {
            return stop(now.stages(), died.name(), death);
        }
        String carryOn = replicas.size() == 1 ? " carries on" : " carry on";
        var say = new Say(death + "; " + String.join(", ", replicas) + carryOn);
        return revives ? Step.to(now, say, new Start(List.of(died.name()))) : Step.to(new Running(left), say);
    }

    private static List<List<String>> without(List<List<String>> stages, String name) {
        return stages.stream()
                .map(stage ->
                        stage.stream().filter(other -> !other.equals(name)).toList())
                .toList();
    }

    /// A part is named after its service and its number there, such as `proxy-2`; what there is one of, `redis`.
    private static String service(String part) {
        return part.replaceFirst("-[0-9]+$", "");
    }

    private static List<List<String>> startedStages(Starting now) {
        return now.stages().subList(0, now.stage() + 1);
    }

    private static Step stop(List<List<String>> started, String name, String why) {
        return Step.to(
                new Stopping(FAILURE, started.reversed()),
                new Say(why + "; stopping the rest"),
                new ShowLog(name),
                new Stop(started.reversed()));
    }

    private static Step stop(List<List<String>> started, int status, String why) {
        return Step.to(new Stopping(status, started.reversed()), new Say(why), new Stop(started.reversed()));
    }

    private static String death(Died died, SortedSet<String> awaited) {
        String when = awaited.contains(died.name()) ? " before it was ready" : "";
        return "%s (pid %d) ended with status %d%s".formatted(died.name(), died.pid(), died.status(), when);
    }

    private static String stillWaiting(Starting now, long seconds) {
        return stillWaiting(now.awaited(), seconds);
    }

    /// What takes so long are proxies and nodes that let their players go on elsewhere, and the first time the class
    /// data.
    private static SuiteEffect[] stillStopping(Stopping now, long seconds) {
        return now.left().stream()
                .filter(stage -> !stage.isEmpty())
                .limit(1)
                .map(stage -> new Say(stillWaiting(stage, seconds) + ": " + moving(stage) + STOPPING))
                .toArray(SuiteEffect[]::new);
    }

    private static String moving(List<String> stage) {
        boolean players = stage.stream().map(Suite::service).anyMatch(WITH_PLAYERS::contains);
        return players ? "players move elsewhere, and " : "";
    }

    private static String stillWaiting(Collection<String> names, long seconds) {
        return "  ... waiting for %s (%d s)".formatted(String.join(", ", names), seconds);
    }
}
