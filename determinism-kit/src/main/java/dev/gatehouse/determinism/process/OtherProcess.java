package dev.gatehouse.determinism.process;

import com.google.protobuf.ByteString;
import dev.gatehouse.determinism.replay.Recording;
import dev.gatehouse.determinism.replay.ReplayedGame;
import dev.gatehouse.determinism.replay.Trace;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A Java process with the class path of this one, and otherwise as different as can be: Turkish, on the
/// other side of the date line, with a charset of 7 bits, other identity hash codes and another order of
/// hashed sets.
public final class OtherProcess {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final List<String> DIFFERENCES = List.of(
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=Pacific/Apia",
            // Takes the charset of the environment, which is none.
            "-Dfile.encoding=COMPAT",
            "-XX:+UnlockExperimentalVMOptions",
            "-XX:hashCode=0");

    /// Runs a recording there.
    ///
    /// @throws IllegalStateException with what the process printed, if it fails or takes more than two minutes
    public static Trace trace(Class<? extends ReplayedGame<?>> game, Recording recording) {
        try {
            var folder = Files.createTempDirectory("determinism");
            try {
                return trace(game, recording, folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DecodeException e) {
            throw new IllegalStateException("the other process wrote no trace", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the other process had ended", e);
        }
    }

    private static Trace trace(Class<? extends ReplayedGame<?>> game, Recording recording, Path folder)
            throws IOException, DecodeException, InterruptedException {
        var recorded = folder.resolve("recording");
        var traced = folder.resolve("trace");
        var printed = folder.resolve("printed");
        Files.write(recorded, ProtoCodec.of(Recording.class).encode(recording));
        var command = command(game.getName(), recorded.toString(), traced.toString());
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        boolean ended = process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        if (!ended || process.exitValue() != 0) {
            throw new IllegalStateException(
                    (ended ? "the other process failed:\n" : "the other process takes too long:\n")
                            + Files.readString(printed));
        }
        return ProtoCodec.of(Trace.class).decode(ByteString.copyFrom(Files.readAllBytes(traced)));
    }

    private static List<String> command(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(DIFFERENCES);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ReplayMain.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private OtherProcess() {}
}
