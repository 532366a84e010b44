package dev.gatehouse.model.servercode;

/// A range of logic versions, both ends included.
public record LogicVersions(int min, int max) {

    public LogicVersions {
        if (min < 0 || max < min) {
            throw new IllegalArgumentException(
                    "logic versions: " + min + " to " + max + " (expected: 0 <= min <= max)");
        }
    }

    public static LogicVersions only(int version) {
        return new LogicVersions(version, version);
    }

    public boolean contain(int version) {
        return min <= version && version <= max;
    }
}
