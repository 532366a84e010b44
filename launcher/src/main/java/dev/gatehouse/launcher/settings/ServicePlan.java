package dev.gatehouse.launcher.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// One service as the launcher starts it.
///
/// @param name its node id, and the name of its files
/// @param module the Maven module whose executable jar it runs
/// @param port where it listens; its management port follows from it
/// @param extraClassPath jars besides its own, such as a game's
/// @param environment its settings, some of them secret
public record ServicePlan(
        String name, String module, int port, List<Path> extraClassPath, Map<String, String> environment) {

    public int managementPort() {
        return Ports.management(port);
    }

    /// Leaves out the environment, which holds secrets.
    @Override
    public String toString() {
        return "ServicePlan[name=%s, module=%s, port=%d]".formatted(name, module, port);
    }
}
