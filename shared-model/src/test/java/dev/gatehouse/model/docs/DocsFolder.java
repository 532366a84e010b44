package dev.gatehouse.model.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The repository's docs/, wherever the tests are started from.
public final class DocsFolder {

    /// The text of a file, named from docs/ on.
    public static String page(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A file in docs/, whether it is there or not.
    public static Path file(String name) {
        return root().resolve("docs").resolve(name);
    }

    /// The sources of the test classes of this name, in whichever module.
    public static List<String> tests(String name) {
        return tests(file -> file.endsWith(name + ".java"));
    }

    /// The sources of all test classes of all modules.
    static List<String> tests() {
        return tests(file -> file.toString().endsWith(".java"));
    }

    /// The sources of all of a module but its tests.
    static List<String> sources(String module) {
        return javaFiles(file -> file.startsWith(root().resolve(module).resolve("src/main/java")));
    }

    private static List<String> tests(Predicate<Path> wanted) {
        return javaFiles(file -> isTest(file) && wanted.test(file));
    }

    private static List<String> javaFiles(Predicate<Path> wanted) {
        try (var files = Files.find(root(), 16, (file, _) -> file.toString().endsWith(".java") && wanted.test(file))) {
            var sources = new ArrayList<String>();
            for (var file : files.toList()) {
                sources.add(Files.readString(file));
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTest(Path file) {
        return file.toString().contains("src/test/java");
    }

    private static Path root() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("docs")) && Files.isDirectory(folder.resolve("shared-model"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder above " + Path.of("").toAbsolutePath() + " is the repository");
    }

    private DocsFolder() {}
}
