package dev.gatehouse.launcher.simulator.line;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.GameServerRequest;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// The way from game servers to game-instance-service, on this machine: passes on whatever they
/// ask, shows what is said on their links, and can cut these. Safe to use from any thread.
public final class LinkLine implements Closeable {

    private static final int BACKLOG = 100;

    private final ServerSocket door;
    private final int target;
    private final Consumer<LinkEvent> watcher;
    private final LongSupplier nanoTime;
    private final Map<InstanceId, WatchedLink> links = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private LinkLine(ServerSocket door, int target, Consumer<LinkEvent> watcher, LongSupplier nanoTime) {
        this.door = door;
        this.target = target;
        this.watcher = watcher;
        this.nanoTime = nanoTime;
    }

    /// @param port where game servers come, on 127.0.0.1; 0 for any
    /// @param target the port of game-instance-service
    /// @param watcher called by the threads of the links, in the order of each link; must not block
    /// @param nanoTime monotonic
    public static LinkLine open(int port, int target, Consumer<LinkEvent> watcher, LongSupplier nanoTime)
            throws IOException {
        var door = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        var line = new LinkLine(door, target, watcher, nanoTime);
        Thread.ofVirtual().name("line").start(line::accept);
        return line;
    }

    public int port() {
        return door.getLocalPort();
    }

    /// The pair that the instance's server goes by, which stays good while it does; empty before
    /// its first link.
    public Optional<TokenPair> pair(InstanceId instance) {
        return link(instance).pair();
    }

    /// Tears the server's link, as when a cable is cut.
    ///
    /// @param refusing for how long no other one is let through
    /// @return false where there was none
    public boolean cut(InstanceId instance, Duration refusing) {
        return link(instance).cut(nanoTime.getAsLong() + refusing.toNanos());
    }

    /// Says this to the server in the service's place; nothing where it has no link.
    public void tell(InstanceId instance, String text) {
        link(instance).tell(text);
    }

    /// From now on everything that the service says to the server has a member more, as a newer
    /// service's might.
    public void speakNewer(InstanceId instance) {
        link(instance).speakNewer();
    }

    /// Tears the server's link, and says of each further one that its tokens were revoked.
    public void forbid(InstanceId instance) {
        link(instance).forbid();
        cut(instance, Duration.ZERO);
    }

    /// Answers every request of this kind in the service's place, until [#passOn].
    public void refuse(InstanceId instance, Class<? extends GameServerRequest> kind, Failure why) {
        link(instance).refuse(kind, why);
    }

    public void passOn(InstanceId instance) {
        link(instance).passOn();
    }

    /// The service does the next request of this kind, and the link tears before its answer is there.
    public void loseNextAnswer(InstanceId instance, Class<? extends GameServerRequest> kind) {
        link(instance).loseNextAnswer(kind);
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket each : open) {
            each.close();
        }
    }

    WatchedLink link(InstanceId instance) {
        return links.computeIfAbsent(instance, _ -> new WatchedLink());
    }

    boolean isRefused(InstanceId instance) {
        var known = links.get(instance);
        return known != null && known.isRefused(nanoTime.getAsLong());
    }

    void saw(LinkEvent event) {
        watcher.accept(event);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var near = door.accept();
                Thread.ofVirtual().name("line-visit").start(() -> visit(near));
            } catch (IOException _) {
                // The door was closed, or whoever came has gone again.
            }
        }
    }

    private void visit(Socket near) {
        try (near;
                var far = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(near);
            open.add(far);
            new Relay(this, near, far).run();
        } catch (IOException _) {
            // One end is gone, so the other goes as well.
        } finally {
            open.removeIf(Socket::isClosed);
        }
    }
}
