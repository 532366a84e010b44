package dev.gatehouse.launcher.settings;

/// Where each process listens, all moved by one offset so that two suites fit on one machine.
///
/// @param offset added to every port, 0 to 50000
public record Ports(int offset) {

    public static final int MAX_OFFSET = 50_000;

    public Ports {
        if (offset < 0 || offset > MAX_OFFSET) {
            throw new IllegalArgumentException("port-offset: " + offset + " (expected: 0 to " + MAX_OFFSET + ")");
        }
    }

    public int proxy() {
        return 8080 + offset;
    }

    public int session() {
        return 8081 + offset;
    }

    public int instance() {
        return 8082 + offset;
    }

    public int redis() {
        return 6390 + offset;
    }

    /// The management port of the service whose own port this is.
    public static int management(int servicePort) {
        return servicePort + 1000;
    }
}
