package dev.gatehouse.determinism.process;

import com.google.protobuf.ByteString;
import dev.gatehouse.determinism.replay.Recording;
import dev.gatehouse.determinism.replay.ReplayedGame;
import dev.gatehouse.determinism.replay.Run;
import dev.gatehouse.determinism.replay.Trace;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The other process: reads a recording, runs it, writes what came of each step.
final class ReplayMain {

    /// @param args the name of the [ReplayedGame]'s class, the recording's file, the file for the trace
    public static void main(String[] args) throws ReflectiveOperationException, IOException, DecodeException {
        var recorded = ByteString.copyFrom(Files.readAllBytes(Path.of(args[1])));
        var trace = new Run<>(game(args[0]).game())
                .trace(ProtoCodec.of(Recording.class).decode(recorded));
        Files.write(Path.of(args[2]), ProtoCodec.of(Trace.class).encode(trace));
    }

    private static ReplayedGame<?> game(String type) throws ReflectiveOperationException {
        var constructor = Class.forName(type).asSubclass(ReplayedGame.class).getDeclaredConstructor();
        // A game's test need not be public.
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private ReplayMain() {}
}
