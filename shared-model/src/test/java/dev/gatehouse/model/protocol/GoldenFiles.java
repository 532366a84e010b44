package dev.gatehouse.model.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/// Examples of what is on the wire, checked in. They never change for a released protocol version; a new message gets a
/// new one. With `-Dgolden.write=true` what a test compares is written first, for a look at `git diff`.
final class GoldenFiles {

    static final boolean WRITE = Boolean.getBoolean("golden.write");

    /// Maven runs a module's tests in the module's own folder.
    private static final Path ROOT = Path.of("src/test/resources/golden");

    private final Path folder;

    GoldenFiles(String folder) {
        this.folder = ROOT.resolve(folder);
    }

    /// The text of a file that `actual` is about to be compared with.
    String read(String name, String actual) {
        if (WRITE) {
            write(name, actual);
        }
        return read(name);
    }

    /// The text of a file, without the line break at its end.
    String read(String name) {
        try {
            return Files.readString(folder.resolve(name)).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The names of all files here, without their endings.
    Set<String> names(String ending) {
        try (var files = Files.list(folder)) {
            var names = new TreeSet<String>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .forEach(name -> names.add(name.substring(0, name.length() - ending.length())));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
