package dev.gatehouse.session.snapshot;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// When a snapshot of a player is stored: whichever comes first. Together they bound what has to be replayed when
/// another node takes the player over.
///
/// @param entries after so many journal entries
/// @param journal after so many bytes of them
/// @param age once an entry has been in the journal for so long
/// @param atOnce how many snapshots of a node are rendered or on their way to Redis at the same time
@ConfigurationProperties("gatehouse.session.snapshot")
public record SnapshotProperties(
        @DefaultValue("200") int entries,
        @DefaultValue("256KB") DataSize journal,
        @DefaultValue("5m") Duration age,
        @DefaultValue("8") int atOnce) {

    public SnapshotProperties {
        if (entries < 1 || journal.toBytes() < 1 || atOnce < 1) {
            throw new IllegalArgumentException(
                    "entries=%d journal=%s atOnce=%d (expected: each > 0)".formatted(entries, journal, atOnce));
        }
        if (!age.isPositive()) {
            throw new IllegalArgumentException("age: " + age + " (expected: > 0)");
        }
    }

    long journalBytes() {
        return journal.toBytes();
    }
}
