package dev.gatehouse.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.simulation.backend.Backend;
import dev.gatehouse.simulation.client.Player;
import dev.gatehouse.simulation.fault.Faults;
import dev.gatehouse.simulation.node.SimulatedNode;
import dev.gatehouse.simulation.proxy.SimulatedProxy;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Two clients of one player, whose game keeps the sessions of both, over two proxies and two nodes that fail: in the
/// end one of them leads, the other sees what it does, and nothing is lost or done twice.
class TwoDevicesTest {

    private static final Duration SPAN = Duration.ofSeconds(12);

    /// Longer than a session that nobody goes on with leads.
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    /// Seeds that have found a mistake once.
    private static final List<Long> FOUND = List.of(336L, 413L, 805L);

    static LongStream seeds() {
        return LongStream.concat(LongStream.rangeClosed(1, 100), FOUND.stream().mapToLong(Long::longValue));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void showsEachOfThemTheSameModel(long seed) {
        new Household(World.of(seed, false, Plants.NONE).keepingAll()).run();
    }

    /// The two devices, and all that they need.
    private static final class Household {

        private final World world;
        private final List<SimulatedNode> nodes;
        private final List<SimulatedProxy> proxies;
        private final List<Player> devices;
        private final Backend backend;

        Household(World world) {
            this.world = world;
            var byId = new LinkedHashMap<NodeId, SimulatedNode>();
            for (var name : List.of("session-1", "session-2")) {
                byId.put(new NodeId(name), new SimulatedNode(world, new NodeId(name)));
            }
            nodes = List.copyOf(byId.values());
            proxies = List.of(
                    new SimulatedProxy(world, new NodeId("proxy-1"), byId),
                    new SimulatedProxy(world, new NodeId("proxy-2"), byId));
            devices = List.of(new Player(world, "alice", proxies), new Player(world, "alice", proxies, 1_000_000));
            backend = new Backend(world, nodes);
        }

        void run() {
            new Faults(world, nodes, proxies, devices).plan(world.chance().nextInt(5), SPAN);
            long until = world.agenda().now() + SPAN.toNanos();
            for (var device : devices) {
                device.connect();
                play(device, until);
            }
            goOn(SPAN, () -> false);
            heal();

            assertThat(goOn(RECOVERY, this::isQuiet)).as("both play again").isTrue();
            devices.forEach(device -> device.standStill(true));
            var flushed = leader().flush();
            assertThat(goOn(RECOVERY, () -> flushed.isDone() && areEqual()))
                    .as("both see the same")
                    .isTrue();
            checkActions();
            assertThat(world.history().violations()).isEmpty();
        }

        private void play(Player device, long until) {
            world.agenda().in(Duration.ofMillis(20 + world.chance().nextInt(500)), () -> {
                if (world.agenda().now() < until) {
                    step(device);
                    play(device, until);
                }
            });
        }

        private void step(Player device) {
            int kind = world.chance().nextInt(100);
            if (kind < 60) {
                device.mark();
            } else if (kind < 75) {
                backend.give(device.key(), ActionMode.SYNCHRONIZED);
            } else if (kind < 90) {
                backend.give(device.key(), ActionMode.UNSYNCHRONIZED);
            } else if (kind < 97) {
                var _ = device.flush();
            } else {
                device.leave();
            }
        }

        private void heal() {
            devices.forEach(Player::wake);
            nodes.forEach(node -> node.life().goOn());
            proxies.forEach(proxy -> proxy.life().goOn());
        }

        /// Whether both play, and one of them leads: not a session that nobody has come back to.
        private boolean isQuiet() {
            return backend.open() == 0
                    && devices.stream().allMatch(Player::isPlaying)
                    && devices.stream()
                                    .filter(device -> device.session().leads())
                                    .count()
                            == 1
                    && leaderHasAll();
        }

        private boolean leaderHasAll() {
            var ledger = leader().session().player();
            return backend.given(leader().key()).stream()
                    .allMatch(order ->
                            ledger.gifts().contains(order) || ledger.notes().contains(order));
        }

        private Player leader() {
            return devices.stream()
                    .filter(device -> device.session().leads())
                    .findFirst()
                    .orElseThrow();
        }

        private boolean areEqual() {
            return devices.stream().allMatch(Player::isPlaying)
                    && devices.getFirst()
                            .session()
                            .player()
                            .equals(devices.getLast().session().player());
        }

        private void checkActions() {
            for (var device : devices) {
                var marks = leader().session().player().marks();
                assertThat(marks).containsAll(device.acknowledged());
                assertThat(new HashSet<>(marks)).hasSameSizeAs(marks);
            }
        }

        private boolean goOn(Duration most, BooleanSupplier enough) {
            return world.agenda().run(world.agenda().now() + most.toNanos(), enough);
        }
    }
}
