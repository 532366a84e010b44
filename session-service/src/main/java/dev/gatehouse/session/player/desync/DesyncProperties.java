package dev.gatehouse.session.player.desync;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Limits on what is kept of desyncs. Any client can say another checksum, so what it leaves behind is bounded.
///
/// @param maxBytesPerDay bytes of bundles that a node keeps of each game in 24 hours; Redis has them for 14 days.
///     What comes beyond that is counted, and not kept
/// @param maxPlayerBytesPerDay bytes of those that may be of one player
@ConfigurationProperties("gatehouse.session.desync")
public record DesyncProperties(
        @DefaultValue("16MB") DataSize maxBytesPerDay,
        @DefaultValue("2MB") DataSize maxPlayerBytesPerDay) {

    public DesyncProperties {
        check("maxBytesPerDay", maxBytesPerDay);
        check("maxPlayerBytesPerDay", maxPlayerBytesPerDay);
        if (maxPlayerBytesPerDay.compareTo(maxBytesPerDay) > 0) {
            throw new IllegalArgumentException("maxPlayerBytesPerDay: " + maxPlayerBytesPerDay
                    + " (expected: <= maxBytesPerDay, " + maxBytesPerDay + ")");
        }
    }

    private static void check(String name, DataSize size) {
        if (size.toBytes() < DesyncBundle.MOST_BYTES) {
            throw new IllegalArgumentException(name + ": " + size + " (expected: at least "
                    + DataSize.ofBytes(DesyncBundle.MOST_BYTES) + ", one bundle)");
        }
    }

    long bytesPerDay() {
        return maxBytesPerDay.toBytes();
    }

    long playerBytesPerDay() {
        return maxPlayerBytesPerDay.toBytes();
    }
}
