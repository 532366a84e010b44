package dev.gatehouse.localredis;

import java.io.File;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the Redis to run.
final class RedisBinary {

    private static final String BUNDLED_VERSION = "7.0.15";

    /// The `redis-server` of this search path, else the bundled one, unpacked into `directory` unless it is there.
    static Path locate(String searchPath, Path directory) throws IOException {
        var installed = installed(searchPath);
        return installed.isPresent() ? installed.get() : unpacked(directory);
    }

    private static Optional<Path> installed(String searchPath) {
        return Stream.of(searchPath.split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static Path unpacked(Path directory) throws IOException {
        var name = bundledName(System.getProperty("os.name"), System.getProperty("os.arch"));
        var target = directory.resolve(name);
        if (Files.isExecutable(target)) {
            return target;
        }
        try (var bundled = RedisBinary.class.getResourceAsStream("/" + name)) {
            if (bundled == null) {
                throw new IOException("no redis-server on the PATH, and none is bundled for this machine (" + name
                        + "): install Redis 6.2 or newer");
            }
            // Moved into place when complete: a start that was cut short leaves no half a binary to run.
            var partial = Files.createTempFile(directory, name, ".part");
            Files.copy(bundled, partial, StandardCopyOption.REPLACE_EXISTING);
            if (!partial.toFile().setExecutable(true)) {
                throw new IOException(partial + ": cannot be made executable");
            }
            return moved(partial, target);
        }
    }

    private static Path moved(Path partial, Path target) throws IOException {
        try {
            return Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            return Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static String bundledName(String osName, String osArch) {
        var system = osName.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var machine = switch (osArch) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            case "i386", "x86" -> "386";
            default -> osArch;
        };
        return "redis-server-" + BUNDLED_VERSION + "-" + system + "-" + machine;
    }

    private RedisBinary() {}
}
