package dev.gatehouse.model.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
