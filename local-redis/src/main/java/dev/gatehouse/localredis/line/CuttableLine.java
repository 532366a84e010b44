package dev.gatehouse.localredis.line;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// A line to a server, which can be cut, and can be as long as one to another place: a TCP relay on this machine.
/// Neither end is told that it was the line, as on a real one. Safe for use by several threads.
public final class CuttableLine implements Closeable {

    /// Many come at once when all have been cut.
    private static final int BACKLOG = 1_000;
    private static final int BUFFER = 8_192;

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService carrier = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("line-", 1).factory());
    private volatile boolean isMute;
    private volatile Duration delay = Duration.ZERO;

    private CuttableLine(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    /// @param target a port on this machine
    public static CuttableLine to(int target) throws IOException {
        var line = new CuttableLine(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), target);
        Thread.ofVirtual().name("line").start(line::accept);
        return line;
    }

    public int port() {
        return door.getLocalPort();
    }

    /// Loses whatever is sent from now on, and tells nobody, until the line is cut.
    public void mute() {
        isMute = true;
    }

    /// Whatever is sent from now on, in either direction, comes so much later, however much is on its
    /// way. To be set while nothing is.
    public void delay(Duration by) {
        delay = by;
    }

    /// Ends every connection at once, without a word; later ones work again.
    public void cut() {
        // All are told before the first is closed: whoever notices that closes its other end.
        open.forEach(CuttableLine::dropWhatIsOnItsWay);
        open.forEach(CuttableLine::tear);
        open.clear();
        isMute = false;
    }

    /// Its end will be no orderly one.
    private static void dropWhatIsOnItsWay(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException _) {
            // It ended by itself a moment ago.
        }
    }

    private static void tear(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // Likewise.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
        carrier.shutdownNow();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException _) {
                // The door was closed, or the server is down, and whoever called has been hung up on.
            }
        }
    }

    private void connect(Socket near) throws IOException {
        try {
            join(near, new Socket(InetAddress.getLoopbackAddress(), target));
        } catch (IOException e) {
            near.close();
            throw e;
        }
    }

    private void join(Socket near, Socket far) throws IOException {
        // Nothing is late but by what is asked for.
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        open.add(near);
        open.add(far);
        Thread.ofVirtual().name("line-up").start(() -> pump(near, far));
        Thread.ofVirtual().name("line-down").start(() -> pump(far, near));
    }

    private void pump(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!isMute) {
                    carry(Arrays.copyOf(buffer, read), out);
                }
            }
        } catch (IOException _) {
            // One end is gone, so the other goes as well.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void carry(byte[] bytes, OutputStream to) throws IOException {
        if (delay.isZero()) {
            to.write(bytes);
        } else {
            // One after the other, as all of them are late by as much.
            var _ = carrier.schedule(() -> write(bytes, to), delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private static void write(byte[] bytes, OutputStream to) {
        try {
            to.write(bytes);
        } catch (IOException _) {
            // That end is gone, as the one who reads from it notices.
        }
    }
}
