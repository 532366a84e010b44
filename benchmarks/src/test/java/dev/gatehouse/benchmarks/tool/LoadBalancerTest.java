package dev.gatehouse.benchmarks.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.client.transport.Socket;
import dev.gatehouse.client.transport.SocketListener;
import dev.gatehouse.client.transport.SocketLoss;
import dev.gatehouse.client.transport.SocketRequest;
import dev.gatehouse.client.transport.Transport;
import dev.gatehouse.model.protocol.Encoding;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoadBalancerTest {

    private final List<Integer> ports = new ArrayList<>();
    private final List<SocketListener> listeners = new ArrayList<>();
    private final AtomicLong time = new AtomicLong(1);
    private final LoadBalancer balancer =
            new LoadBalancer(new Notes(), List.of(URI.create("ws://one:1"), URI.create("ws://two:2")), time::get);

    @Test
    void takesProxiesInTurn() {
        open(4);

        assertThat(ports).containsExactly(1, 2, 1, 2);
    }

    @Test
    void leavesOutForTenSecondsWhoDidNotOpen() {
        open(1);
        listeners.getFirst().lost(new SocketLoss.Broken("refused"));
        open(3);
        time.addAndGet(Duration.ofSeconds(11).toNanos());
        open(2);

        assertThat(ports).containsExactly(1, 2, 2, 2, 1, 2);
    }

    @Test
    void keepsWhoLostASocketThatWasOpen() {
        open(1);
        listeners.getFirst().opened();
        listeners.getFirst().lost(new SocketLoss.Broken("refused"));
        open(2);

        assertThat(ports).containsExactly(1, 2, 1);
    }

    private void open(int times) {
        var request = new SocketRequest(
                URI.create("ws://anybody:80/v1/connect"), Encoding.PROTO, Duration.ofSeconds(1), 1_000);
        for (int i = 0; i < times; i++) {
            balancer.open(request, new Deaf());
        }
    }

    private final class Notes implements Transport {

        @Override
        public Socket open(SocketRequest request, SocketListener listener) {
            assertThat(request.url().getPath()).isEqualTo("/v1/connect");
            ports.add(request.url().getPort());
            listeners.add(listener);
            return new Mute();
        }

        @Override
        public void close() {}
    }

    private static final class Deaf implements SocketListener {

        @Override
        public void opened() {}

        @Override
        public void received(byte[] frame) {}

        @Override
        public void lost(SocketLoss loss) {}
    }

    private static final class Mute implements Socket {

        @Override
        public void send(ByteString frame) {}

        @Override
        public void close(int code, String reason) {}

        @Override
        public void drop() {}
    }
}
