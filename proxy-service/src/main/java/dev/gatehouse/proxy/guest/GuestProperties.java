package dev.gatehouse.proxy.guest;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Guest accounts.
///
/// @param enabled whether anybody may have one
/// @param key the file with the private RSA key, as a JWK, that guests' tokens are signed with; the same for every
/// proxy
/// @param tokenLifetime how long a guest's token is good for
@ConfigurationProperties("gatehouse.guests")
public record GuestProperties(
        @DefaultValue("false") boolean enabled,
        @Nullable Path key,
        @DefaultValue("24h") Duration tokenLifetime) {

    public GuestProperties {
        if (enabled && key == null) {
            throw new IllegalArgumentException(
                    "gatehouse.guests.key: nothing (expected: a file, as guests are enabled)");
        }
        if (!tokenLifetime.isPositive()) {
            throw new IllegalArgumentException("gatehouse.guests.tokenLifetime: " + tokenLifetime + " (expected: > 0)");
        }
    }
}
