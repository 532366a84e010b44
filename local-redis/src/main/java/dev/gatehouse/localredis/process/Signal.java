package dev.gatehouse.localredis.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;

/// What a process can be told that Java has no word for.
public enum Signal {

    /// Pause: nothing of it runs, and its sockets stay open.
    STOP,

    /// Go on.
    CONT;

    /// Returns once it is sent.
    ///
    /// @return false if there is no such process, or it may not be told
    public boolean send(long pid) {
        try {
            return new ProcessBuilder("kill", "-" + name(), Long.toString(pid))
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start()
                            .onExit()
                            .join()
                            .exitValue()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
