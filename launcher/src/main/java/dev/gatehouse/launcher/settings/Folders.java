package dev.gatehouse.launcher.settings;

import java.nio.file.Path;

/// Where the launcher finds what was built and keeps what it writes.
///
/// @param root the checkout
/// @param home everything that is written, usually `.gatehouse` in the checkout
public record Folders(Path root, Path home) {

    /// `NAME.pid` of every process, game servers included.
    public Path run() {
        return home.resolve("run");
    }

    public Path log() {
        return home.resolve("log");
    }

    /// Redis keeps its append-only file here.
    public Path data() {
        return home.resolve("data");
    }

    public Path keys() {
        return home.resolve("keys");
    }

    /// The services' jars, taken apart for a faster start.
    public Path apps() {
        return home.resolve("apps");
    }

    public Path pidFile(String name) {
        return run().resolve(name + ".pid");
    }

    public Path logFile(String name) {
        return log().resolve(name + ".log");
    }

    /// Goldrush's jar, and in `lib` what its dedicated server needs besides.
    public Path game() {
        return root.resolve("examples/goldrush/target");
    }

    /// The jar of the load tools, and in `lib` what they need besides.
    public Path benchmarks() {
        return root.resolve("benchmarks/target");
    }

    /// Says on a command line to which home a process belongs; the script looks for it before it kills a leftover.
    public String marker() {
        return "-Dgatehouse.home=" + home;
    }
}
