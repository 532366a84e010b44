package dev.gatehouse.session.player.world;

import dev.gatehouse.registry.journal.Append;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Limits on the players of a node.
///
/// @param leaseTtl how long a node that falls silent goes on owning its players
/// @param leaseMargin how long before its lease ends, by its own clock, a node stops acknowledging
/// @param presenceTtl how long the registry shows a session that is no longer confirmed
/// @param linger how long a player without sessions is kept in memory
/// @param maxUnwritten journal entries of one player that may wait for storage, at most 1024; past it its
///     sessions end
/// @param maxUnwrittenBytes bytes of those entries
/// @param maxPlayers players that one shard may hold
/// @param loginGrace how long a session goes on after its client's token has expired
@ConfigurationProperties("gatehouse.session.player")
public record PlayerProperties(
        @DefaultValue("10s") Duration leaseTtl,
        @DefaultValue("1s") Duration leaseMargin,
        @DefaultValue("30s") Duration presenceTtl,
        @DefaultValue("10s") Duration linger,
        @DefaultValue("1000") int maxUnwritten,
        @DefaultValue("4MB") DataSize maxUnwrittenBytes,
        @DefaultValue("50000") int maxPlayers,
        @DefaultValue("60s") Duration loginGrace) {

    public PlayerProperties {
        positive("leaseMargin", leaseMargin);
        positive("presenceTtl", presenceTtl);
        positive("linger", linger);
        positive("loginGrace", loginGrace);
        // A renewal is sent every third of the lease: one may be lost before the node falls silent.
        if (leaseTtl.compareTo(leaseMargin.multipliedBy(3)) < 0) {
            throw new IllegalArgumentException(
                    "leaseTtl: " + leaseTtl + " (expected: at least 3 x leaseMargin, " + leaseMargin + ")");
        }
        if (maxUnwritten > Append.MOST_ENTRIES) {
            throw new IllegalArgumentException(
                    "maxUnwritten: " + maxUnwritten + " (expected: at most " + Append.MOST_ENTRIES + ")");
        }
        if (maxUnwritten < 1 || maxPlayers < 1 || maxUnwrittenBytes.toBytes() < 1) {
            throw new IllegalArgumentException("maxUnwritten=%d maxUnwrittenBytes=%s maxPlayers=%d (expected: each > 0)"
                    .formatted(maxUnwritten, maxUnwrittenBytes, maxPlayers));
        }
    }

    public long unwrittenBytes() {
        return maxUnwrittenBytes.toBytes();
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: > 0)");
        }
    }
}
