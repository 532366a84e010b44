package dev.gatehouse.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;

/// What a process can be told that Java has no word for.
enum Signal {

    /// Stand still: nothing of it runs, and its sockets stay open.
    STOP,

    /// Go on.
    CONT;

    /// Returns once it is sent; a process that is gone is told nothing.
    void send(long pid) {
        try {
            new ProcessBuilder("kill", "-" + name(), Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
