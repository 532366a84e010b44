package dev.gatehouse.benchmarks.swarm;

import com.google.protobuf.ByteString;
import dev.gatehouse.client.transport.Socket;
import dev.gatehouse.client.transport.SocketListener;
import dev.gatehouse.client.transport.SocketLoss;
import dev.gatehouse.client.transport.SocketRequest;
import dev.gatehouse.client.transport.Transport;
import java.util.HashSet;
import java.util.Set;

/// Writes down how the sockets of one guest open and end: the facts of the wire, whatever the SDK makes
/// of them. Safe to use from any thread.
final class SocketDiary implements Transport {

    /// What WebSocket calls a connection that ended without a word.
    private static final int ABNORMAL_CLOSURE = 1006;

    private final Transport transport;
    private final Set<Page> open = new HashSet<>(); // Guarded by this, as is all below.
    private int opened;
    private int abrupt;
    private int bare;

    /// @param transport shared with others, and not closed by this
    SocketDiary(Transport transport) {
        this.transport = transport;
    }

    @Override
    public Socket open(SocketRequest request, SocketListener listener) {
        var page = new Page(listener);
        return new Line(page, transport.open(request, page));
    }

    @Override
    public void close() {
        // What is shared stays open.
    }

    /// The session runs: how it came to that is another story.
    synchronized void begin() {
        opened = open.size();
        abrupt = 0;
        bare = 0;
    }

    /// What is written since it began.
    ///
    /// @param gaps times that the guest heard that something may be lost
    synchronized Trip.Passage passage(int gaps) {
        return new Trip.Passage(opened, abrupt, bare, gaps);
    }

    private synchronized void opened(Page page) {
        if (!page.isOver) {
            open.add(page);
            opened++;
        }
    }

    private synchronized void ended(Page page, boolean abruptly) {
        page.isOver = true;
        if (open.remove(page)) {
            abrupt += abruptly ? 1 : 0;
            bare += open.isEmpty() ? 1 : 0;
        }
    }

    private static boolean isAbrupt(SocketLoss loss) {
        return !(loss instanceof SocketLoss.Closed(int code, String _)) || code == ABNORMAL_CLOSURE;
    }

    /// Hears what the other side does to a socket.
    private final class Page implements SocketListener {

        private final SocketListener listener;
        private boolean isOver; // Guarded by the diary.

        Page(SocketListener listener) {
            this.listener = listener;
        }

        @Override
        public void opened() {
            SocketDiary.this.opened(this);
            listener.opened();
        }

        @Override
        public void received(byte[] frame) {
            listener.received(frame);
        }

        @Override
        public void lost(SocketLoss loss) {
            ended(this, isAbrupt(loss));
            listener.lost(loss);
        }
    }

    /// Hears what the guest itself does to a socket.
    private final class Line implements Socket {

        private final Page page;
        private final Socket socket;

        Line(Page page, Socket socket) {
            this.page = page;
            this.socket = socket;
        }

        @Override
        public void send(ByteString frame) {
            socket.send(frame);
        }

        @Override
        public void close(int code, String reason) {
            ended(page, false);
            socket.close(code, reason);
        }

        @Override
        public void drop() {
            ended(page, false);
            socket.drop();
        }
    }
}
