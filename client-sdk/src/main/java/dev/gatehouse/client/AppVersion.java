package dev.gatehouse.client;

import org.jspecify.annotations.Nullable;

/// What the player has installed.
///
/// @param version as people call it
/// @param patch grows with every patch of one logic version; gates may ask for a minimum per platform
/// @param platform free text, such as `web`
/// @param commitId of the build, where the studio compares it
/// @param projectId the only project whose servers this build talks to; null for any
public record AppVersion(
        String version,
        int patch,
        String platform,
        @Nullable String commitId,
        @Nullable String projectId) {

    public static final AppVersion UNKNOWN = new AppVersion("0", 0, "java", null, null);
}
