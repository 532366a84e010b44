package dev.gatehouse.benchmarks.crowd;

import dev.gatehouse.benchmarks.tool.LoadBalancer;
import dev.gatehouse.benchmarks.tool.Options;
import dev.gatehouse.client.ClientSettings;
import dev.gatehouse.client.Credentials;
import dev.gatehouse.client.GatehouseClient;
import dev.gatehouse.client.guest.GuestDesk;
import dev.gatehouse.client.guest.GuestRefusedException;
import dev.gatehouse.client.websocket.WebSocketTransport;
import dev.gatehouse.goldrush.player.Goldrush;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The command: `CrowdMain [URL,...] [options]`. Ends with 0 if the policy's answer came about in every run, 1 if not,
/// 2 if it was called wrongly.
public final class CrowdMain {

    private static final int BROKEN = 1;
    private static final int MISUSED = 2;
    private static final int DEVICE_TOKEN_BYTES = 16;

    /// @param arguments as in the README
    public static void main(String[] arguments) throws InterruptedException, GuestRefusedException {
        Options options;
        CrowdPlan plan;
        try {
            options = Options.parse(List.of(arguments), CrowdPlan.OPTIONS);
            plan = CrowdPlan.of(options);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println("usage: " + CrowdPlan.USAGE);
            System.exit(MISUSED);
            return;
        }
        var report = new CrowdReport(plan, options.servers(), run(plan, options));
        report.lines().forEach(System.out::println);
        System.exit(report.broken().isEmpty() ? 0 : BROKEN);
    }

    private static List<CrowdRun> run(CrowdPlan plan, Options options)
            throws InterruptedException, GuestRefusedException {
        var random = new SecureRandom();
        var balancer = new LoadBalancer(new WebSocketTransport(), options.sockets(), System::nanoTime);
        var runs = new ArrayList<CrowdRun>();
        try (var desk = new GuestDesk(options.servers().getFirst());
                var client = GatehouseClient.create(balancer, System::nanoTime, random)) {
            var crowd = new Crowd(client, System::nanoTime);
            for (int i = 0; i < plan.runs(); i++) {
                var bytes = new byte[DEVICE_TOKEN_BYTES];
                random.nextBytes(bytes);
                var device = "crowd-" + HexFormat.of().formatHex(bytes);
                var guest = desk.guest(Goldrush.ID, device);
                var settings = ClientSettings.of(options.sockets().getFirst(), new Credentials(guest.token(), device));
                runs.add(crowd.run(settings, plan.newcomers(), plan.within()));
            }
        }
        return runs;
    }

    private CrowdMain() {}
}
