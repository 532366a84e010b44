package dev.gatehouse.launcher.process;

import java.io.IOException;

/// Knows how to start one part of the suite.
@FunctionalInterface
public interface PartStarter {

    /// @throws IOException if it cannot be started; the message is for people
    RunningPart start() throws IOException;
}
