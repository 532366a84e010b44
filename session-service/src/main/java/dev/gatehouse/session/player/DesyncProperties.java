package dev.gatehouse.session.player;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Limits on what is kept of desyncs. Any client can say another checksum, so what it leaves behind is bounded.
///
/// @param maxBytesPerDay bytes of bundles that a node keeps of each game in 24 hours; Redis has them for 14 days.
///     What comes beyond that is counted, and not kept
@ConfigurationProperties("gatehouse.session.desync")
public record DesyncProperties(@DefaultValue("16MB") DataSize maxBytesPerDay) {

    public DesyncProperties {
        if (maxBytesPerDay.toBytes() < DesyncBundle.MOST_BYTES) {
            throw new IllegalArgumentException("maxBytesPerDay: " + maxBytesPerDay + " (expected: at least "
                    + DataSize.ofBytes(DesyncBundle.MOST_BYTES) + ", one bundle)");
        }
    }

    long bytesPerDay() {
        return maxBytesPerDay.toBytes();
    }
}
