package dev.gatehouse.launcher.process;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Looks whether the ports are free before anything is started.
public final class PortCheck {

    /// @param wanted who wants which port
    /// @return a line for each that is taken, with what to do about it
    public static List<String> taken(Map<String, Integer> wanted) {
        List<String> lines = new ArrayList<>();
        wanted.forEach((name, port) -> {
            if (!isFree(port)) {
                lines.add(
                        "port %d is taken, and %s wants it: stop what uses it, or move every port with --port-offset N"
                                .formatted(port, name));
            }
        });
        return lines;
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private PortCheck() {}
}
