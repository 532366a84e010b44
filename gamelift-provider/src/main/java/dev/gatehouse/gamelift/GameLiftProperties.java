package dev.gatehouse.gamelift;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which game sessions the provider `gamelift` starts. On where a region is set. Who asks is found as the AWS SDK finds
/// it.
///
/// @param region such as `eu-west-1`
/// @param endpoint of the API, where it is not the region's own
/// @param queue places the sessions; absent where one fleet is asked
/// @param fleets by id or ARN: all that the queue places sessions in, or the one that is asked
/// @param location of the fleet that is asked, as an Anywhere fleet needs one
/// @param suite tells the sessions of this suite from those of another one in the fleets
/// @param maxPlayers of one session
/// @param pollEvery how often a placement is looked at while it is pending
/// @param answer how long a call other than an allocation may take
@ConfigurationProperties("gatehouse.gamelift")
public record GameLiftProperties(
        String region,
        @Nullable URI endpoint,
        @Nullable String queue,
        @DefaultValue List<String> fleets,
        @Nullable String location,
        @DefaultValue("gatehouse") String suite,
        @DefaultValue("64") int maxPlayers,
        @DefaultValue("1s") Duration pollEvery,
        @DefaultValue("10s") Duration answer) {

    public GameLiftProperties {
        if (fleets.isEmpty() || (queue == null && fleets.size() > 1)) {
            throw new IllegalArgumentException(
                    "fleets: " + fleets + " (expected: all of the queue, or one without it)");
        }
        if (maxPlayers < 1) {
            throw new IllegalArgumentException("maxPlayers: " + maxPlayers + " (expected: >= 1)");
        }
        if (!pollEvery.isPositive() || !answer.isPositive()) {
            throw new IllegalArgumentException("pollEvery, answer: " + pollEvery + ", " + answer + " (expected: > 0)");
        }
        fleets = List.copyOf(fleets);
    }
}
