package dev.gatehouse.launcher.settings;

/// Where each process listens, all moved by one offset so that two suites fit on one machine.
///
/// @param offset added to every port, 0 to 50000
public record Ports(int offset) {

    public static final int MAX_OFFSET = 50_000;

    private static final int BETWEEN_REPLICAS = 100;

    public Ports {
        if (offset < 0 || offset > MAX_OFFSET) {
            throw new IllegalArgumentException("port-offset: " + offset + " (expected: 0 to " + MAX_OFFSET + ")");
        }
    }

    /// The first proxy's.
    public int proxy() {
        return proxy(1);
    }

    /// @param number counted from 1
    public int proxy(int number) {
        return replica(8080, number);
    }

    /// The first session node's.
    public int session() {
        return session(1);
    }

    /// @param number counted from 1
    public int session(int number) {
        return replica(8081, number);
    }

    public int instance() {
        return 8082 + offset;
    }

    /// Where game servers come that are simulated for.
    public int line() {
        return 8083 + offset;
    }

    public int redis() {
        return 6390 + offset;
    }

    private int replica(int first, int number) {
        return first + BETWEEN_REPLICAS * (number - 1) + offset;
    }

    /// The management port of the service whose own port this is.
    public static int management(int servicePort) {
        return servicePort + 1000;
    }
}
