package dev.gatehouse.model.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        return Sources.ALL.entrySet().stream()
                .filter(source -> wanted.test(source.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /// All that is written in Java here, read once.
    private static final class Sources extends SimpleFileVisitor<Path> {

        private static final Map<Path, String> ALL = readAll();

        private final Map<Path, String> read = new TreeMap<>();

        private static Map<Path, String> readAll() {
            var sources = new Sources();
            try {
                Files.walkFileTree(root(), sources);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return sources.read;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isSource(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (file.toString().endsWith(".java")) {
                read.put(file, Files.readString(file));
            }
            return FileVisitResult.CONTINUE;
        }
    }

    /// What is built, and what tools keep for themselves, comes and goes meanwhile.
    private static boolean isSource(Path folder) {
        var name = folder.getFileName().toString();
        return !name.startsWith(".") && !name.equals("target");
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
