package dev.gatehouse.benchmarks.swarm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What is done to a process of the suite in the middle of the play, and what a guest may notice of it.
enum Ending {

    /// Without a warning, as by `kill -9`: sockets break, and sessions resume.
    KILL("--kill", "killed"),

    /// A proxy that is asked to stop, as by `kill`: the guest's next socket is open before this one closes.
    DRAIN("--drain", "told to stop"),

    /// A session node that is asked to stop, as by `kill`: no socket closes.
    HAND_OVER("--hand-over", "told to stop"),

    /// Redis is paused for a while and then goes on, as by `kill -STOP` and `kill -CONT`: answers wait, and nothing
    /// else is noticed.
    PAUSE_REDIS("--pause-redis", "paused"),

    /// A session node is, for longer than its leases and than proxies wait for it: other nodes take its players over,
    /// who keep their sockets and hear once that something may be lost.
    PAUSE_NODE("--pause-node", "paused");

    private final String option;
    private final String past;

    Ending(String option, String past) {
        this.option = option;
        this.past = past;
    }

    /// The option of a command line that asks for it.
    String option() {
        return option;
    }

    /// What was done to the process, for people.
    String past() {
        return past;
    }

    static List<String> options() {
        return Arrays.stream(values()).map(Ending::option).toList();
    }

    /// Whether the process is gone then.
    boolean isOver() {
        return switch (this) {
            case KILL, DRAIN, HAND_OVER -> true;
            case PAUSE_REDIS, PAUSE_NODE -> false;
        };
    }

    /// Whether something is asked of the process itself, over its management port.
    boolean asks() {
        return switch (this) {
            case HAND_OVER, PAUSE_NODE -> true;
            case KILL, DRAIN, PAUSE_REDIS -> false;
        };
    }

    /// Whether more is to be seen than what the guests notice.
    boolean isObserved() {
        return switch (this) {
            case HAND_OVER, PAUSE_REDIS, PAUSE_NODE -> true;
            case KILL, DRAIN -> false;
        };
    }

    /// Whether the players that it hits notice that their sessions go on elsewhere.
    boolean movesSessions() {
        return switch (this) {
            case KILL, DRAIN, PAUSE_NODE -> true;
            case HAND_OVER, PAUSE_REDIS -> false;
        };
    }

    /// @return what the guest noticed and should not have, for people
    List<String> broken(Trip trip) {
        return switch (this) {
            case KILL -> List.of();
            case DRAIN -> smooth(trip, Integer.MAX_VALUE, 1, 0);
            case HAND_OVER, PAUSE_REDIS -> smooth(trip, 1, 0, 0);
            case PAUSE_NODE -> smooth(trip, 1, 0, 1);
        };
    }

    private static List<String> smooth(Trip trip, int sockets, int resumes, int gaps) {
        var passage = trip.passage();
        var broken = new ArrayList<String>();
        atMost("sockets opened", passage.opened(), sockets).ifPresent(broken::add);
        atMost("sockets closed abruptly", passage.abrupt(), 0).ifPresent(broken::add);
        atMost("times without a socket", passage.bare(), 0).ifPresent(broken::add);
        atMost("rewinds with a gap", passage.gaps(), gaps).ifPresent(broken::add);
        atMost("resumes", trip.statistics().resumes(), resumes).ifPresent(broken::add);
        return broken;
    }

    private static Optional<String> atMost(String what, long value, long most) {
        return value <= most
                ? Optional.empty()
                : Optional.of("%s: %d (expected: at most %d)".formatted(what, value, most));
    }
}
