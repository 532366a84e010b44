package dev.gatehouse.registry.operations;

import dev.gatehouse.model.schema.Member;

/// The logic versions that may play, both ends included.
public record VersionRange(@Member(1) int min, @Member(2) int max) {

    public VersionRange {
        if (min < 0 || max < min) {
            throw new IllegalArgumentException("versions: " + min + " to " + max + " (expected: 0 <= min <= max)");
        }
    }

    public boolean contains(int version) {
        return min <= version && version <= max;
    }
}
