package dev.gatehouse.instance.allocation.process;

import static dev.gatehouse.instance.allocation.process.LocalProcessProviderIT.allocation;
import static dev.gatehouse.instance.allocation.process.LocalProcessProviderIT.settings;
import static dev.gatehouse.instance.life.InstanceExamples.SERVER;

import dev.gatehouse.provider.Answer.Given;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A provider with one server in a process of its own, so that a test can kill it.
final class ProviderProcessMain {

    /// @param args the folder, and the server's command
    public static void main(String[] args) throws IOException {
        var provider = new LocalProcessProvider(settings(Path.of(args[0]), args[1]));
        if (!(provider.allocate(allocation(SERVER)) instanceof Given)) {
            throw new IllegalStateException("command: " + args[1] + " (expected: one that starts)");
        }
        // For as long as it is not killed.
        System.in.read();
    }

    static Process start(Path folder, String command) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var words = List.of(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                ProviderProcessMain.class.getName(),
                folder.toString(),
                command);
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("provider.log").toFile())
                .start();
    }

    private ProviderProcessMain() {}
}
