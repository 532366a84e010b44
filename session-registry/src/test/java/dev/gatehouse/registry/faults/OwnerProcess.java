package dev.gatehouse.registry.faults;

import static dev.gatehouse.registry.LocalLine.line;

import dev.gatehouse.registry.journal.AppendResult.Appended;
import dev.gatehouse.registry.redis.Scripts;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;

/// The node that owns a player, as a process of its own. It writes one entry after the other, and says of each that it
/// was acknowledged, as a client would hear it, until it is killed.
final class OwnerProcess implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Process process;
    private final BufferedReader printed;

    /// By the monotonic clock, when it was heard that an entry is acknowledged.
    private final TreeMap<Long, Long> heard = new TreeMap<>();

    private OwnerProcess(Process process) {
        this.process = process;
        this.printed = process.inputReader();
    }

    public static void main(String[] arguments) throws Exception {
        var scribe = Scribe.on(new Scripts(line(Integer.parseInt(arguments[0])), TIMEOUT), arguments[1]);
        while (true) {
            if (scribe.write() instanceof Appended) {
                System.out.println(scribe.acknowledged());
            }
        }
    }

    static OwnerProcess start(int port, String nonce) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new OwnerProcess(new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OwnerProcess.class.getName(),
                        Integer.toString(port),
                        nonce)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    long pid() {
        return process.pid();
    }

    /// Listens until so many entries more are acknowledged.
    void hears(int entries) throws IOException {
        for (int i = 0; i < entries; i++) {
            if (!hears()) {
                throw new IOException("the owner stopped after " + i + " entries (expected: " + entries + ")");
            }
        }
    }

    /// Listens to what it had said before it was killed.
    void hearsTheRest() throws IOException {
        boolean more = true;
        while (more) {
            more = hears();
        }
    }

    private boolean hears() throws IOException {
        var line = printed.readLine();
        if (line != null) {
            heard.put(Long.valueOf(line), System.nanoTime());
        }
        return line != null;
    }

    /// How many entries it has said are acknowledged.
    long acknowledged() {
        return heard.lastKey();
    }

    /// When it was heard that the entry is acknowledged, by the monotonic clock.
    long heardOf(long entry) {
        return heard.getOrDefault(entry, heard.firstEntry().getValue());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
