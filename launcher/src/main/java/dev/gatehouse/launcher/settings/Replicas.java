package dev.gatehouse.launcher.settings;

/// How many processes of a service are started. The n-th listens 100 ports above the first.
///
/// @param proxies 1 to [#MOST]
/// @param sessionNodes 1 to [#MOST]
public record Replicas(int proxies, int sessionNodes) {

    /// One more would come to the management ports of the first.
    public static final int MOST = 9;

    public static final Replicas SINGLE = new Replicas(1, 1);

    public Replicas {
        requireInRange("proxies", proxies);
        requireInRange("session-nodes", sessionNodes);
    }

    private static void requireInRange(String name, int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(name + ": " + count + " (expected: 1 to " + MOST + ")");
        }
    }
}
