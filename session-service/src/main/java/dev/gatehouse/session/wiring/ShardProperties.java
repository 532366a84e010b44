package dev.gatehouse.session.wiring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the players of this node are spread over threads.
///
/// @param count threads; 0 for one per processor
/// @param queue pieces of work that may wait for one of them
/// @param turn pieces of work that are done between two writes
/// @param retry the pause before something is written again of which it is not known whether it was
@ConfigurationProperties("gatehouse.session.shards")
record ShardProperties(
        @DefaultValue("0") int count,
        @DefaultValue("16384") int queue,
        @DefaultValue("1024") int turn,
        @DefaultValue("200ms") Duration retry) {

    ShardProperties {
        if (count < 0 || count > 1024) {
            throw new IllegalArgumentException("count: " + count + " (expected: 0 to 1024)");
        }
    }

    int threads() {
        return count > 0 ? count : Runtime.getRuntime().availableProcessors();
    }
}
