package dev.gatehouse.goldrush.dedicated;

import dev.gatehouse.goldrush.line.LineSocket;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/// Takes players' sockets, each on a virtual thread of its own.
final class MineServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(MineServer.class.getName());

    /// A player who says nothing for so long has gone.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int MOST_SOCKETS = 64;

    private final ServerSocket server;
    private final Backstage backstage;
    private final Shaft shaft = new Shaft();
    private final Semaphore places = new Semaphore(MOST_SOCKETS);

    MineServer(ServerSocket server, Backstage backstage) {
        this.server = server;
        this.backstage = backstage;
    }

    void start() {
        Thread.ofVirtual().name("mine-door").start(this::takeAll);
    }

    private void takeAll() {
        while (!server.isClosed()) {
            try {
                take(server.accept());
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "the door is closed, or somebody tripped over it", e);
            }
        }
    }

    private void take(Socket socket) throws IOException {
        if (!places.tryAcquire()) {
            socket.close();
            return;
        }
        Thread.ofVirtual().name("mine-visit").start(() -> {
            try {
                serve(socket);
            } finally {
                places.release();
            }
        });
    }

    private void serve(Socket socket) {
        var visit = new Visit(shaft, backstage);
        try (var lines = new LineSocket(socket, PATIENCE)) {
            while (!visit.isOver()) {
                lines.send(visit.answer(lines.receive()));
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a player's socket is gone", e);
        }
        visit.hangUp();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
