package dev.gatehouse.localredis.line;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A line to a server, which can be cut: a TCP relay on this machine. Neither end is told that it was the line, as on a
/// real one. Safe for use by several threads.
public final class CuttableLine implements Closeable {

    private static final int BACKLOG = 10;
    private static final int BUFFER = 8_192;

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isMute;

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

    private void join(Socket near, Socket far) {
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
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException _) {
            // One end is gone, so the other goes as well.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }
}
