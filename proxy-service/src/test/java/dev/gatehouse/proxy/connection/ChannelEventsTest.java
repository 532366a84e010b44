package dev.gatehouse.proxy.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.proxy.connection.ConnectionEvent.LinkLost;
import dev.gatehouse.proxy.connection.ConnectionEvent.LoggedIn;
import dev.gatehouse.proxy.connection.ConnectionEvent.Reattached;
import dev.gatehouse.proxy.connection.ConnectionEvent.SessionEnded;
import dev.gatehouse.proxy.connection.ConnectionState.Reattaching;
import dev.gatehouse.proxy.link.AttachAnswer.Opened;
import dev.gatehouse.proxy.link.FakeLinkChannel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelEventsTest {

    private final List<Object> told = new ArrayList<>();
    private final ChannelEvents channel = new ChannelEvents(told::add, told::add);

    @Test
    void tellsOfAnEndAtOnceWhereTheChannelIsInUse() {
        channel.use();

        channel.closed(ConnectionError.SLOW_CONSUMER.code(), ByteString.EMPTY);

        assertThat(told).containsExactly(new SessionEnded(ConnectionError.SLOW_CONSUMER, ByteString.EMPTY));
    }

    @Test
    void keepsAnEndUntilTheChannelIsInUse() {
        channel.loggedIn("token", ByteString.EMPTY);
        assertThat(told).isEmpty();

        channel.use();

        assertThat(told).containsExactly(new LoggedIn("token", ByteString.EMPTY));
    }

    @Test
    void passesFramesBeforeTheChannelIsInUse() {
        var frame = ByteBuffer.allocate(1);

        channel.bytes(frame);

        assertThat(told).containsExactly(frame);
    }

    /// Otherwise what its client says would wait for another channel for ever.
    @Test
    void looksForAnotherChannelWhereTheNewOneWasLostBeforeItWasInUse() {
        channel.lost();
        var step =
                Connection.step(new Reattaching(), new Reattached(new Opened(new FakeLinkChannel(), ByteString.EMPTY)));
        channel.use();

        assertThat(told).containsExactly(new LinkLost());
        assertThat(Connection.step(step.state(), new LinkLost()).state()).isEqualTo(new Reattaching());
    }
}
