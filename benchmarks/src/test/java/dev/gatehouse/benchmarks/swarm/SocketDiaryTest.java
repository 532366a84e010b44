package dev.gatehouse.benchmarks.swarm;

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
import org.junit.jupiter.api.Test;

class SocketDiaryTest {

    private static final SocketRequest REQUEST =
            new SocketRequest(URI.create("ws://mine:8080"), Encoding.PROTO, Duration.ofSeconds(1), 1_000);

    private final Network network = new Network();
    private final SocketDiary diary = new SocketDiary(network);

    @Test
    void findsNothingInAMove() {
        var first = open(0);
        open(1);
        first.close(1000, "");

        assertThat(diary.passage(0)).isEqualTo(new Trip.Passage(2, 0, 0, 0));
    }

    @Test
    void findsNothingWhereTheServerClosesWhatTheClientHasLeft() {
        open(0);
        open(1);
        network.listeners.getFirst().lost(new SocketLoss.Closed(4500, "1500"));

        assertThat(diary.passage(0)).isEqualTo(new Trip.Passage(2, 0, 0, 0));
    }

    @Test
    void findsASocketThatEndedWithoutAWord() {
        open(0);
        open(1);
        network.listeners.getFirst().lost(new SocketLoss.Broken("reset"));
        network.listeners.getLast().lost(new SocketLoss.Closed(1006, ""));

        assertThat(diary.passage(0)).isEqualTo(new Trip.Passage(2, 2, 1, 0));
    }

    @Test
    void findsAClientThatClosedTooEarly() {
        open(0).close(1000, "");
        open(1);

        assertThat(diary.passage(3)).isEqualTo(new Trip.Passage(2, 0, 1, 3));
    }

    @Test
    void forgetsHowItCameToTheSession() {
        open(0).drop();
        open(1);
        diary.begin();

        assertThat(diary.passage(0)).isEqualTo(new Trip.Passage(1, 0, 0, 0));
    }

    @Test
    void countsNoneThatNeverOpened() {
        diary.open(REQUEST, new Deaf()).drop();
        network.listeners.getFirst().opened();
        diary.open(REQUEST, new Deaf());
        network.listeners.getLast().lost(new SocketLoss.TimedOut());

        assertThat(diary.passage(0)).isEqualTo(new Trip.Passage(0, 0, 0, 0));
    }

    private Socket open(int number) {
        var socket = diary.open(REQUEST, new Deaf());
        network.listeners.get(number).opened();
        return socket;
    }

    private static final class Network implements Transport {

        private final List<SocketListener> listeners = new ArrayList<>();

        @Override
        public Socket open(SocketRequest request, SocketListener listener) {
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
