package dev.gatehouse.instance.allocation.process;

import static org.awaitility.Awaitility.await;

import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.providerkit.GameServerProviderContract;
import dev.gatehouse.providerkit.TestHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

class LocalProcessContractIT implements GameServerProviderContract {

    private static final Pattern PID_FILE = Pattern.compile("game-server-(.*)\\.pid");

    @TempDir
    Path folder;

    @Override
    public TestHost start() throws IOException {
        return new Machine(Files.createTempDirectory(folder, "machine"));
    }

    /// Servers that write down what they find in their environment, and then do nothing.
    private record Machine(Path folder, LocalProcessProvider provider) implements TestHost {

        private Machine(Path folder) {
            this(
                    folder,
                    new LocalProcessProvider(new LocalProcessProperties(
                            "sh -c 'env; echo END; exec cat'",
                            folder.resolve("run"),
                            folder.resolve("log"),
                            100,
                            CAPACITY,
                            Duration.ZERO,
                            Duration.ofSeconds(3))));
        }

        @Override
        public List<ServerId> running() {
            return pidFiles().stream()
                    .filter(file -> process(file).filter(ProcessHandle::isAlive).isPresent())
                    .map(file -> PID_FILE.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> new ServerId(name.group(1)))
                    .toList();
        }

        @Override
        public Map<String, String> environmentOf(ServerId server) {
            var log = folder.resolve("log").resolve("game-server-" + server + ".log");
            await().until(() -> lines(log).anyMatch("END"::equals));
            return lines(log)
                    .filter(line -> line.startsWith("GATEHOUSE_"))
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        }

        @Override
        public void crash(ServerId server) {
            var process = process(folder.resolve("run").resolve("game-server-" + server + ".pid"))
                    .orElseThrow();
            process.destroyForcibly();
            process.onExit().join();
        }

        @Override
        public void close() {
            provider.close();
        }

        private static Stream<String> lines(Path log) {
            try {
                return Files.readAllLines(log).stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private List<Path> pidFiles() {
            if (Files.notExists(folder.resolve("run"))) {
                return List.of();
            }
            try (var files = Files.list(folder.resolve("run"))) {
                return files.toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// Empty where the file has been removed meanwhile, as it is when its process is gone.
        private static Optional<ProcessHandle> process(Path pidFile) {
            try {
                return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
