package dev.gatehouse.agones;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.RunningServer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an allocation writes at a game server: labels to find it by, and in annotations what the server needs to link.
///
/// @param suite of the servers that are found
record Marks(String suite) {

    static final String PREFIX = "gatehouse.dev/";

    private static final String SUITE = PREFIX + "suite";
    private static final String SERVER = PREFIX + "server-id";
    private static final String INSTANCE = PREFIX + "instance-id";
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

    /// Only such an id can be a label.
    static boolean isLabel(ServerId server) {
        return LABEL.matcher(server.value()).matches();
    }

    Map<String, String> ofAll() {
        return Map.of(SUITE, suite);
    }

    Map<String, String> of(ServerId server) {
        return Map.of(SUITE, suite, SERVER, server.value());
    }

    /// Secret, as it holds the server's tokens.
    static Map<String, String> annotations(Allocation allocation) {
        var annotations = new HashMap<String, String>();
        allocation.environment().get().variables().forEach((name, value) -> annotations.put(PREFIX + name, value));
        annotations.put(INSTANCE, allocation.instanceId().value());
        return annotations;
    }

    /// Empty for a game server that does not run, or was not marked whole.
    static Optional<RunningServer> read(Cluster.GameServer found) {
        var server = found.labels().get(SERVER);
        var instance = found.annotations().get(INSTANCE);
        if (server == null || instance == null || found.leaving() || !"Allocated".equals(found.state())) {
            return Optional.empty();
        }
        return Optional.of(new RunningServer(new ServerId(server), new InstanceId(instance), found.uid()));
    }
}
