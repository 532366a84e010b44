package dev.gatehouse.benchmarks.swarm;

import dev.gatehouse.benchmarks.tool.LoadBalancer;
import dev.gatehouse.benchmarks.tool.Options;
import dev.gatehouse.client.ClientSettings;
import dev.gatehouse.client.Credentials;
import dev.gatehouse.client.guest.GuestDesk;
import dev.gatehouse.client.websocket.WebSocketTransport;
import dev.gatehouse.goldrush.player.Goldrush;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/// The command: `SwarmMain [URL] [options]`. Ends with 0 if every invariant holds, 1 if not, 2 if it was called
/// wrongly.
public final class SwarmMain {

    private static final int BROKEN = 1;
    private static final int MISUSED = 2;
    private static final int DEVICE_TOKEN_BYTES = 16;

    /// @param arguments as in the README
    public static void main(String[] arguments) throws InterruptedException {
        Options options;
        SwarmPlan plan;
        try {
            options = Options.parse(List.of(arguments), SwarmPlan.OPTIONS);
            plan = SwarmPlan.of(options);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println("usage: " + SwarmPlan.USAGE);
            System.exit(MISUSED);
            return;
        }
        var report = run(plan, options.sockets());
        report.lines().forEach(System.out::println);
        System.exit(report.broken().isEmpty() ? 0 : BROKEN);
    }

    private static SwarmReport run(SwarmPlan plan, List<URI> sockets) throws InterruptedException {
        var random = new SecureRandom();
        try (var desk = new GuestDesk(plan.servers().getFirst());
                var balancer = new LoadBalancer(new WebSocketTransport(), sockets, System::nanoTime)) {
            Guests guests = () -> {
                var bytes = new byte[DEVICE_TOKEN_BYTES];
                random.nextBytes(bytes);
                var device = "swarm-" + HexFormat.of().formatHex(bytes);
                var guest = desk.guest(Goldrush.ID, device);
                return ClientSettings.of(sockets.getFirst(), new Credentials(guest.token(), device));
            };
            return new Swarm(balancer, random, guests, System::nanoTime).run(plan);
        }
    }

    private SwarmMain() {}
}
