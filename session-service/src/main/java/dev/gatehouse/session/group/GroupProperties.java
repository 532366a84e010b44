package dev.gatehouse.session.group;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Limits on groups.
///
/// @param perSession groups that one session may be a member of; one more is `too_many`
/// @param members sessions in one group; one more is `too_many`
/// @param hookTimeout how long the game may take to say yes or no before that is a no
@ConfigurationProperties("gatehouse.session.groups")
public record GroupProperties(
        @DefaultValue("32") int perSession,
        @DefaultValue("1000") int members,
        @DefaultValue("5s") Duration hookTimeout) {

    public GroupProperties {
        if (perSession < 1 || members < 1 || !hookTimeout.isPositive()) {
            throw new IllegalArgumentException("groups: perSession=%d members=%d hookTimeout=%s (expected: each > 0)"
                    .formatted(perSession, members, hookTimeout));
        }
    }
}
