package dev.gatehouse.client;

import com.google.protobuf.ByteString;
import dev.gatehouse.client.transport.Socket;
import dev.gatehouse.client.transport.SocketListener;
import dev.gatehouse.client.transport.SocketLoss;
import dev.gatehouse.client.transport.SocketRequest;
import dev.gatehouse.client.transport.Transport;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.protocol.ClientFrame;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.FrameCodec;
import dev.gatehouse.model.protocol.ServerFrame;
import dev.gatehouse.model.protocol.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sockets without a network: a test sees what the client sends on each and says what comes back.
final class FakeNetwork implements Transport {

    final List<Line> lines = new ArrayList<>();

    @Override
    public Socket open(SocketRequest request, SocketListener listener) {
        var line = new Line(request, listener);
        lines.add(line);
        return line;
    }

    @Override
    public void close() {
        lines.forEach(Line::drop);
    }

    Line newest() {
        return lines.getLast();
    }

    /// One socket, from the server's side.
    static final class Line implements Socket {

        private final SocketListener listener;
        private final FrameCodec codec;
        final List<ClientFrame> heard = new ArrayList<>();
        boolean isClosed;
        boolean isDropped;

        /// What sending throws in a transport with a bug; absent in one without.
        @Nullable
        Error bug;

        Line(SocketRequest request, SocketListener listener) {
            this.listener = listener;
            this.codec = FrameCodec.of(request.encoding());
        }

        @Override
        public void send(ByteString frame) {
            if (bug != null) {
                throw bug;
            }
            try {
                heard.add(codec.decodeClient(frame.toByteArray()));
            } catch (DecodeException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close(int code, String reason) {
            isClosed = true;
        }

        @Override
        public void drop() {
            isDropped = true;
        }

        void open() {
            listener.opened();
        }

        void say(@Nullable Long number, @Nullable Long acknowledged, ServerMessage message) {
            listener.received(
                    codec.encode(new ServerFrame(number, acknowledged, message)).toByteArray());
        }

        void sayGarbage() {
            listener.received(new byte[] {'{', 'x'});
        }

        void lose() {
            listener.lost(new SocketLoss.Broken("reset"));
        }

        void lose(SocketLoss loss) {
            listener.lost(loss);
        }

        <T extends ClientMessage> List<T> all(Class<T> type) {
            return heard.stream()
                    .map(ClientFrame::message)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }

        <T extends ClientMessage> T last(Class<T> type) {
            return all(type).getLast();
        }

        boolean isUp() {
            return !isClosed && !isDropped;
        }

        /// The numbers of what the client said, in order.
        List<Long> numbers() {
            var numbers = new ArrayList<Long>();
            for (var frame : heard) {
                if (frame.seq() != null) {
                    numbers.add(frame.seq());
                }
            }
            return numbers;
        }
    }
}
