package dev.gatehouse.launcher.faults;

import dev.gatehouse.launcher.settings.Folders;
import dev.gatehouse.launcher.settings.Ports;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A fault that `./gatehouse faults ID` plays against two proxies and two session nodes.
public enum Fault {
    PROXY_KILLED("F02", "a proxy is killed as 500 clients play", Tool.SWARM, swarm("--kill", "proxy-1")),
    SESSION_NODE_KILLED(
            "F04", "a session node is killed as 500 clients play", Tool.SWARM, swarm("--kill", "session-1")),
    SESSION_NODES_CHURNED(
            "F06",
            "session nodes are killed again and again as 200 clients play for five minutes",
            Tool.SWARM,
            "--clients 200 --flushes 300 --cuts 0 --pause-millis 1000 --within-seconds 1500",
            Harm.Kind.KILL,
            "session-1 session-2"),
    REDIS_PAUSED("F14", "Redis is paused for 5 s as 500 clients play and others come", Tool.SWARM, redisPaused(5)),
    REDIS_PAUSED_BEYOND_LEASES(
            "F16", "Redis is paused for 30 s, longer than any lease, as 500 clients play", Tool.SWARM, redisPaused(30)),
    SESSION_NODE_PAUSED(
            "F46",
            "a session node is paused for 30 s, longer than leases and proxies wait, as 500 clients play",
            Tool.SWARM,
            nodePaused(30)),
    PARTS_PAUSED(
            "F50",
            "proxies and session nodes are paused again and again, for 0.2 to 3 s, as 200 clients play for ten minutes",
            Tool.SWARM,
            "--clients 200 --flushes 460 --cuts 0 --pause-millis 1000 --within-seconds 1500",
            Harm.Kind.PAUSE,
            "session-1 session-2 proxy-1 proxy-2"),
    PROXY_STOPPED("D1", "a proxy is told to stop as 500 clients play", Tool.SWARM, swarm("--drain", "proxy-1")),
    SESSION_NODE_STOPPED(
            "P12",
            "a session node is told to stop as 500 clients play",
            Tool.SWARM,
            swarm("--hand-over", "session-1") + " --management " + Fault.MANAGEMENT),
    CROWD(
            "P8",
            "200 newcomers at once on one device, 100 times",
            Tool.CROWD,
            "--newcomers 200 --runs 100 --within-seconds 120");

    private static final String PID_FILES = "{run}/";
    private static final String MANAGEMENT = "{session-1}";

    private final String id;
    private final String story;
    private final Tool tool;
    private final String options;
    private final Harm.Kind harm;
    private final String harmed;

    Fault(String id, String story, Tool tool, String options) {
        this(id, story, tool, options, Harm.Kind.KILL, "");
    }

    Fault(String id, String story, Tool tool, String options, Harm.Kind harm, String harmed) {
        this.id = id;
        this.story = story;
        this.tool = tool;
        this.options = options;
        this.harm = harm;
        this.harmed = harmed;
    }

    /// @throws IllegalArgumentException if there is none of this id; the message names those there are
    public static Fault of(String id) {
        return Arrays.stream(values())
                .filter(fault -> fault.id.equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("faults: " + id + " (expected: " + ids() + ")"));
    }

    private static String ids() {
        return Arrays.stream(values()).map(fault -> fault.id).collect(Collectors.joining(", "));
    }

    public String id() {
        return id;
    }

    /// What happens, in a line.
    public String story() {
        return story;
    }

    /// What happens while the clients play, besides what these do themselves.
    ChurnPlan churn() {
        return new ChurnPlan(harm, harmed.isEmpty() ? List.of() : List.of(harmed.split(" ", -1)));
    }

    /// Whether parts of the suite end again and again, and are to be started again.
    public boolean kills() {
        return churn().kills();
    }

    /// The class to run, and its arguments.
    ///
    /// @param proxies how many there are
    List<String> command(Ports ports, int proxies, Folders folders) {
        List<String> urls = new ArrayList<>();
        // The one that ends is the first, and guests get their accounts from the first that is named.
        for (int number = proxies; number >= 1; number--) {
            urls.add("http://127.0.0.1:" + ports.proxy(number));
        }
        List<String> command = new ArrayList<>(List.of(tool.mainClass, String.join(",", urls)));
        String management = "http://127.0.0.1:" + Ports.management(ports.session(1));
        for (String option : options.split(" ", -1)) {
            command.add(option.replace(PID_FILES, folders.run() + "/").replace(MANAGEMENT, management));
        }
        return command;
    }

    /// A flush a second each, so that the machine is not what is measured.
    private static String swarm(String ending, String victim) {
        return "--clients 500 --flushes 30 --cuts 0 --pause-millis 1000 --within-seconds 240 " + ending + " "
                + PID_FILES + victim + ".pid";
    }

    private static String redisPaused(int seconds) {
        return swarm("--pause-redis", "redis") + " --for-seconds " + seconds;
    }

    private static String nodePaused(int seconds) {
        return swarm("--pause-node", "session-1") + " --for-seconds " + seconds + " --management " + MANAGEMENT;
    }

    private enum Tool {
        SWARM("dev.gatehouse.benchmarks.swarm.SwarmMain"),
        CROWD("dev.gatehouse.benchmarks.crowd.CrowdMain");

        private final String mainClass;

        Tool(String mainClass) {
            this.mainClass = mainClass;
        }
    }
}
