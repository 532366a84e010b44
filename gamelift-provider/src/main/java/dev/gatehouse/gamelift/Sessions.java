package dev.gatehouse.gamelift;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// GameLift's API, as far as it is needed. Calls block, and fail with a
/// [dev.gatehouse.provider.ProviderException] where it is not known what became of them.
public interface Sessions extends AutoCloseable {

    /// What is wanted.
    ///
    /// @param id of a placement, or the token that makes a creation safe to repeat
    /// @param data for the server; secret
    record Wish(String id, Map<String, String> properties, String data) {

        /// Leaves out what must not be in a log.
        @Override
        public String toString() {
            return "Wish[id=%s]".formatted(id);
        }
    }

    /// @param arn names it, and no other one ever
    /// @param alive whether it starts or runs
    record Session(String arn, Map<String, String> properties, boolean alive) {}

    /// What has become of a placement.
    sealed interface Placement {

        record Pending() implements Placement {}

        record Fulfilled(String arn) implements Placement {}

        /// @param status as GameLift calls it
        record Over(String status) implements Placement {}
    }

    /// Starts a placement, unless there is one of its id.
    void place(String queue, Wish wish, Duration within);

    /// Empty where there is no placement of this id.
    Optional<Placement> placement(String id, Duration within);

    /// Ends a placement that is pending; does nothing to any other.
    void stopPlacing(String id, Duration within);

    /// Starts a session in a fleet, or gives the one of the same id. Empty where the fleet has no room.
    Optional<Session> create(String fleet, Wish wish, Duration within);

    /// Empty where there is none of this ARN.
    Optional<Session> session(String arn, Duration within);

    /// Every session of a fleet that starts or runs, in all its locations.
    List<Session> list(String fleet, Duration within);

    /// Whether it was there or not.
    void terminate(String arn, Duration within);

    @Override
    void close();
}
