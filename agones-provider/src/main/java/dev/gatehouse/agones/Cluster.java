package dev.gatehouse.agones;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The cluster's API, as far as it is needed. Calls block, and fail with a
/// [dev.gatehouse.provider.ProviderException] where it is not known what became of them.
public interface Cluster extends AutoCloseable {

    /// A game server of the cluster.
    ///
    /// @param state as Agones calls it
    /// @param leaving whether it has been deleted and is not gone yet
    record GameServer(
            String name,
            String uid,
            String state,
            Map<String, String> labels,
            Map<String, String> annotations,
            boolean leaving) {}

    /// @return what has become of it, as Agones calls it, such as `Allocated`
    String allocate(Map<String, Object> gameServerAllocation, Duration within);

    /// Those that have all of these labels.
    List<GameServer> find(Map<String, String> labels, Duration within);

    /// Whether it was there or not.
    void delete(String gameServer, Duration within);

    @Override
    void close();
}
