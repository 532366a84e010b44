package dev.gatehouse.registry.operations;

import dev.gatehouse.model.schema.Member;

/// The oldest patch of one logic version that may play on one platform. Patches are counted anew with each logic
/// version, so a minimum says nothing about any other.
public record PatchMinimum(
        @Member(1) String platform,
        @Member(2) int logicVersion,
        @Member(3) int patchVersion) {

    public PatchMinimum {
        Bounds.name("platform", platform);
        if (logicVersion < 0 || patchVersion < 0) {
            throw new IllegalArgumentException(
                    "logicVersion: " + logicVersion + ", patchVersion: " + patchVersion + " (expected: each >= 0)");
        }
    }

    /// Whether a client is older than this allows.
    public boolean refuses(String platform, int logicVersion, int patchVersion) {
        return this.platform.equals(platform) && this.logicVersion == logicVersion && patchVersion < this.patchVersion;
    }
}
