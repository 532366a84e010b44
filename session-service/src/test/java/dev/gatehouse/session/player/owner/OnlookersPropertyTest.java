package dev.gatehouse.session.player.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.session.player.bench.BenchClient;
import dev.gatehouse.session.player.bench.Onlooker;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever happens to a player's sessions and their nodes: the patches that a client has heard, applied in their
/// order, are the server's model, and exactly one session leads. Prints its seed by its name.
class OnlookersPropertyTest {

    private static final int STEPS = 60;

    /// A client, and whether it has a socket.
    private static final class Device {
        final Onlooker view;
        final String session;
        boolean away;

        Device(BenchClient client, String session) {
            this.view = new Onlooker(client);
            this.session = session;
        }
    }

    private static long compared;
    private static long differing;

    private final List<Device> devices = new ArrayList<>();
    private PlayersBench bench = new PlayersBench();
    private int sessions;
    private int nodes = 1;

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @AfterAll
    static void prints() {
        System.out.printf("2.1 (2) clients' models that differ from the server's: %d of %d%n", differing, compared);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void showsEveryClientTheServersModel(long seed) {
        var random = new Random(seed);
        enters();
        enters();
        for (int step = 0; step < STEPS; step++) {
            happens(random);
            if (random.nextInt(4) == 0) {
                compare();
            }
        }
        compare();
    }

    private void happens(Random random) {
        var device = devices.get(random.nextInt(devices.size()));
        switch (random.nextInt(13)) {
            case 0, 1, 2, 3 -> flushes(device, random);
            case 4 -> bench.order("alice", ActionMode.UNSYNCHRONIZED, 102, "{\"text\":\"" + random.nextInt(9) + "\"}");
            case 5 -> bench.order("alice", ActionMode.SYNCHRONIZED, 101, "{\"amount\":7}");
            case 6 -> device.view.client.takesMore(random.nextBoolean());
            case 7 -> leavesOrComesBack(device);
            case 8 -> startsAnew(device);
            case 9 -> leavesForGood(device);
            case 10 -> enters();
            case 11 -> moves(random.nextBoolean());
            case 12 -> isOut(random);
            default -> throw new AssertionError("no such step");
        }
    }

    private void flushes(Device device, Random random) {
        if (!device.away) {
            device.view.acknowledges();
            var dig = PlayersBench.call(100, "{\"amount\":" + random.nextInt(1, 12) + "}");
            device.view.says(new Flush(List.of(Op.ticks(random.nextInt(1, 4)), dig), null));
        }
    }

    /// Redis answers nothing for a while: nobody hears of what was done meanwhile, and then everybody does.
    private void isOut(Random random) {
        bench.registry.silent(true);
        for (int i = 0; i < 3; i++) {
            flushes(devices.get(random.nextInt(devices.size())), random);
        }
        bench.registry.silent(false);
        bench.passes(Duration.ofSeconds(1));
    }

    private void enters() {
        if (devices.size() < 4) {
            var session = "s-" + ++sessions;
            var kept = devices.stream().map(device -> device.session).toArray(String[]::new);
            devices.add(new Device(bench.attachBeside("alice", session, kept), session));
        }
    }

    private void leavesForGood(Device device) {
        if (!device.away && devices.size() > 1) {
            device.view.client.leavesForGood();
            devices.remove(device);
        }
    }

    private void leavesOrComesBack(Device device) {
        if (device.away) {
            comesBack(device);
        } else {
            device.view.model();
            device.view.client.leaves();
            device.away = true;
        }
    }

    private void comesBack(Device device) {
        var resume = device.view.resume();
        device.view.goesOn(bench.resume("alice", resume));
        device.away = false;
    }

    /// Its link broke: what was under way on it may be lost.
    private void startsAnew(Device device) {
        if (!device.away) {
            device.view.goesOn(bench.carryOn(null, "alice", device.session));
        }
    }

    private void moves(boolean planned) {
        var before = bench;
        if (planned) {
            var _ = before.players.departAll();
            before.turns();
            for (var device : devices) {
                before.players.held(PlayersBench.player("alice"), new SessionId(device.session));
                before.turns();
            }
        }
        bench = before.another("session-" + ++nodes);
        for (var device : devices) {
            if (!device.away) {
                device.view.model();
                device.view.goesOn(bench.carryOn(planned ? null : before.self(), "alice", device.session));
            }
        }
        for (var device : devices) {
            if (device.away && !planned) {
                device.view.goesOn(bench.resumeFrom(before.self(), "alice", device.view.resume()));
                device.away = false;
            }
        }
    }

    private void compare() {
        for (var device : devices) {
            if (device.away) {
                comesBack(device);
            }
            device.view.client.takesMore(true);
        }
        // A client that runs nothing itself hears with its first flush that this is so, and what it missed.
        for (var device : devices) {
            device.view.acknowledges();
            device.view.says(new Flush(List.of(Op.ticks(1)), null));
        }
        var model = Onlooker.modelOf(bench);
        for (var device : devices) {
            boolean equal = device.view.has(model);
            compared++;
            differing += equal ? 0 : 1;
            assertThat(equal)
                    .as("%s has %s, not %s", device.session, device.view.model(), model)
                    .isTrue();
        }
        assertThat(devices.stream().filter(device -> device.view.leads())).hasSize(1);
    }
}
