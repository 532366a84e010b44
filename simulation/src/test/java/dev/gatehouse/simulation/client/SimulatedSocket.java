package dev.gatehouse.simulation.client;

import com.google.protobuf.ByteString;
import dev.gatehouse.client.transport.Socket;
import dev.gatehouse.client.transport.SocketListener;
import dev.gatehouse.client.transport.SocketLoss;
import dev.gatehouse.simulation.network.Cable;
import dev.gatehouse.simulation.network.ClientTraffic;
import dev.gatehouse.simulation.network.ClientTraffic.Close;
import dev.gatehouse.simulation.network.ClientTraffic.Frame;
import dev.gatehouse.simulation.network.ClientTraffic.Opened;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The client's end of one socket.
final class SimulatedSocket implements Socket, Cable.End<ClientTraffic> {

    private final int number;
    private final SocketListener listener;
    private final StreamListener streams;
    private final Consumer<SimulatedSocket> gone;
    private @Nullable Cable<ClientTraffic, ClientTraffic> cable;
    private boolean isOpen;
    private boolean isOver;

    /// @param number among its client's
    SimulatedSocket(int number, SocketListener listener, StreamListener streams, Consumer<SimulatedSocket> gone) {
        this.number = number;
        this.listener = listener;
        this.streams = streams;
        this.gone = gone;
    }

    void on(Cable<ClientTraffic, ClientTraffic> connected) {
        cable = connected;
    }

    @Override
    public void heard(ClientTraffic message) {
        if (isOver) {
            return;
        }
        switch (message) {
            case Opened _ -> {
                isOpen = true;
                listener.opened();
            }
            case Frame(var bytes) -> {
                streams.heard(number, bytes);
                listener.received(bytes.toByteArray());
            }
            case Close(int code) -> fails(new SocketLoss.Closed(code, ""));
        }
    }

    @Override
    public void closed(boolean inOrder) {
        fails(new SocketLoss.Broken("reset"));
    }

    void timesOut() {
        if (!isOpen) {
            fails(new SocketLoss.TimedOut());
        }
    }

    void fails(SocketLoss loss) {
        if (!isOver) {
            over();
            if (cable != null) {
                cable.dropFirst();
            }
            listener.lost(loss);
        }
    }

    @Override
    public void send(ByteString frame) {
        if (isOpen && !isOver && cable != null) {
            cable.toSecond(new Frame(frame));
        }
    }

    @Override
    public void close(int code, String reason) {
        if (!isOver) {
            over();
            if (cable != null) {
                cable.toSecond(new Close(code));
                cable.closeFirst();
            }
        }
    }

    @Override
    public void drop() {
        if (!isOver) {
            over();
            if (cable != null) {
                cable.dropFirst();
            }
        }
    }

    private void over() {
        isOver = true;
        gone.accept(this);
    }

    void cut() {
        if (cable != null) {
            cable.cut();
        }
    }

    void stall(Duration length) {
        if (cable != null) {
            cable.stall(length);
        }
    }
}
