package dev.gatehouse.client;

import dev.gatehouse.client.Trouble.Stage;
import dev.gatehouse.client.transport.Socket;
import dev.gatehouse.client.transport.SocketListener;
import dev.gatehouse.client.transport.SocketLoss;
import dev.gatehouse.client.transport.SocketRequest;
import dev.gatehouse.client.transport.Transport;

/// One socket and how far it has got. Only the newest attempt counts: what an older one says is not heard, so it
/// cannot win against a newer one.
final class Attempt implements SocketListener {

    private final ClientCore<?> core;
    private final Socket socket;
    private Stage stage = Stage.SILENT;
    private boolean isOver;

    Attempt(ClientCore<?> core, Transport transport, SocketRequest request) {
        this.core = core;
        this.socket = transport.open(request, this);
    }

    Socket socket() {
        return socket;
    }

    Stage stage() {
        return stage;
    }

    void reached(Stage next) {
        stage = next;
    }

    /// From here on nothing of this socket is heard.
    void forget() {
        isOver = true;
    }

    @Override
    public void opened() {
        synchronized (core) {
            if (!isOver) {
                core.opened(this);
            }
        }
    }

    @Override
    public void received(byte[] frame) {
        synchronized (core) {
            if (!isOver) {
                core.received(this, frame);
            }
        }
    }

    @Override
    public void lost(SocketLoss loss) {
        synchronized (core) {
            if (!isOver) {
                core.lost(this, Trouble.of(loss, stage));
            }
        }
    }
}
