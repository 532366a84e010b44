package dev.gatehouse.instance.wiring;

import dev.gatehouse.instance.life.Deadlines;
import dev.gatehouse.registry.instance.GameInstances;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How game instances live.
///
/// @param partnerKey file with the private JSON Web Key on P-256 that signs partner tokens and tickets, or a set of
///     them, or a folder of such files whose names end with `.jwk`
/// @param partnerUrl where game servers reach this service: `ws://` or `wss://`, host and port
/// @param httpUrl the base of this node's HTTP interface for other nodes; this machine's loopback address, unless set
/// @param issuer `iss` of what is signed
/// @param defaultProvider the provider or route that is asked where an instance names none; unless set,
///     the only provider that is there, or `local-process`
/// @param allocation how long a provider may take
/// @param link how long an allocated server may take to link
/// @param keepAlive how often a linked server must say that it is well
/// @param keepAliveMisses after so many missed the server is lost
/// @param stale how long nobody may touch an instance in which nobody is
/// @param lifetime how long an instance may last at most; no longer than the registry keeps one that is over
/// @param offspring how many live instances may come from one game server: those that it creates, and those that the
///     servers of these create; 0 for none
/// @param sweepEvery how often overdue instances are looked for
/// @param reconcileEvery how often providers' servers are compared with the instances
@ConfigurationProperties("gatehouse.instances")
public record InstanceProperties(
        Path partnerKey,
        URI partnerUrl,
        @Nullable String httpUrl,
        @DefaultValue("gatehouse:game-instances") String issuer,
        @Nullable String defaultProvider,
        @DefaultValue("60s") Duration allocation,
        @DefaultValue("300s") Duration link,
        @DefaultValue("5s") Duration keepAlive,
        @DefaultValue("3") int keepAliveMisses,
        @DefaultValue("30m") Duration stale,
        @DefaultValue("24h") Duration lifetime,
        @DefaultValue("100") int offspring,
        @DefaultValue("1s") Duration sweepEvery,
        @DefaultValue("30s") Duration reconcileEvery) {

    private static final int MOST_OFFSPRING = 10_000;

    public InstanceProperties {
        if (!sweepEvery.isPositive() || !reconcileEvery.isPositive()) {
            throw new IllegalArgumentException(
                    "sweepEvery, reconcileEvery: " + sweepEvery + ", " + reconcileEvery + " (expected: > 0)");
        }
        if (!isAddress(partnerUrl)) {
            throw new IllegalArgumentException(
                    "partnerUrl: " + partnerUrl + " (expected: ws:// or wss://, host and port, no path)");
        }
        if (offspring < 0 || offspring > MOST_OFFSPRING) {
            throw new IllegalArgumentException("offspring: " + offspring + " (expected: 0 to " + MOST_OFFSPRING + ")");
        }
        if (lifetime.compareTo(GameInstances.KEPT) > 0) {
            throw new IllegalArgumentException("lifetime: " + lifetime + " (expected: <= " + GameInstances.KEPT + ")");
        }
    }

    private static boolean isAddress(URI url) {
        return List.of("ws", "wss").contains(String.valueOf(url.getScheme()))
                && url.getHost() != null
                && url.getRawPath().isEmpty()
                && url.getRawQuery() == null;
    }

    Deadlines deadlines() {
        return new Deadlines(allocation, link, keepAlive, keepAliveMisses, stale, lifetime);
    }
}
