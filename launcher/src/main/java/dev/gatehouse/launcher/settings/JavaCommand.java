package dev.gatehouse.launcher.settings;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Command lines of Java processes, all of them short-lived and small: the flags are chosen for a fast start.
///
/// @param java the java executable
public record JavaCommand(Path java, Folders folders) {

    /// With the JDK that runs this.
    public static JavaCommand ofThis(Folders folders) {
        return new JavaCommand(Path.of(System.getProperty("java.home"), "bin", "java"), folders);
    }

    /// A service with its class data kept from the last run.
    ///
    /// @param archive where the class data is; written when absent or out of date
    public List<String> service(Path archive, List<Path> classPath, String mainClass) {
        List<String> command = new ArrayList<>(small("192m"));
        command.add("-XX:+UseCompactObjectHeaders");
        command.add("-XX:SharedArchiveFile=" + archive);
        command.add("-XX:+AutoCreateSharedArchive");
        // A class path that has changed is no news to a developer; the archive is written again.
        command.add("-Xlog:cds=off");
        command.add("-Xlog:cds+dynamic=off");
        command.addAll(List.of("-cp", joined(classPath), mainClass));
        return command;
    }

    public List<String> gameServer(String mainClass) {
        List<String> command = new ArrayList<>(small("64m"));
        command.addAll(
                List.of("-cp", folders.game() + "/*" + File.pathSeparator + folders.game() + "/lib/*", mainClass));
        return command;
    }

    /// A tool that loads the suite.
    ///
    /// @param words its main class and what it is told
    public List<String> benchmark(List<String> words) {
        List<String> command = new ArrayList<>(small("1g"));
        String jars = folders.benchmarks().toString();
        command.addAll(List.of("-cp", jars + "/*" + File.pathSeparator + jars + "/lib/*"));
        command.addAll(words);
        return command;
    }

    /// Takes a Spring Boot jar apart into a folder that does not exist yet.
    public List<String> extraction(Path jar, Path destination) {
        List<String> command = new ArrayList<>(small("128m"));
        command.addAll(List.of("-Djarmode=tools", "-jar", jar.toString()));
        command.addAll(List.of("extract", "--destination", destination.toString()));
        return command;
    }

    private List<String> small(String heap) {
        return List.of(
                java.toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                // Protobuf still uses it; the warning is for its authors.
                "--sun-misc-unsafe-memory-access=allow",
                folders.marker());
    }

    private static String joined(List<Path> classPath) {
        return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
