package dev.gatehouse.webhook;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.RunningServer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/// What goes to a vendor and comes back, as JSON.
public final class WebhookMessages {

    /// @param withinMillis how long the answer is waited for
    /// @param suite that the server is of, and is listed for
    /// @param environment what the server is to find in its environment; secret
    public record Wanted(
            @Member(1) ServerId serverId,
            @Member(2) InstanceId instanceId,
            @Member(3) GameId gameId,
            @Member(4) @Nullable String zone,
            @Member(5) long withinMillis,
            @Member(6) PSortedMap<String, String> environment,
            @Member(7) String suite) {

        static Wanted of(Allocation allocation, String suite) {
            return new Wanted(
                    allocation.serverId(),
                    allocation.instanceId(),
                    allocation.gameId(),
                    allocation.zone(),
                    allocation.within().toMillis(),
                    TreePMap.from(allocation.environment().get().variables()),
                    suite);
        }

        /// Leaves out what must not be in a log.
        @Override
        public String toString() {
            return "Wanted[serverId=%s]".formatted(serverId);
        }
    }

    /// One of the two.
    ///
    /// @param hostId what the vendor calls the server, and no other one ever
    /// @param noServer why there is none
    public record Allocated(
            @Member(1) @Nullable String hostId,
            @Member(2) @Nullable String noServer) {}

    public record Listed(
            @Member(1) ServerId serverId,
            @Member(2) InstanceId instanceId,
            @Member(3) String hostId) {

        RunningServer toServer() {
            return new RunningServer(serverId, instanceId, hostId);
        }
    }

    /// @param next what to ask for by `after`; absent at the end
    public record Page(
            @Member(1) List<Listed> servers,
            @Member(2) @Nullable String next) {}

    private WebhookMessages() {}
}
