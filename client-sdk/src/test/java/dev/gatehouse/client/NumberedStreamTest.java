package dev.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.protocol.ClientMessage.Login;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.FrameCodec;
import org.junit.jupiter.api.Test;

class NumberedStreamTest {

    private static final int MEGABYTE = 1 << 20;

    private final NumberedStream stream = new NumberedStream(FrameCodec.of(Encoding.PROTO), 1);

    @Test
    void hasRoomForManySmallMessages() {
        keep(767, 10);
        assertThat(stream.hasRoom()).isTrue();

        keep(1, 10);

        assertThat(stream.hasRoom()).isFalse();
    }

    @Test
    void hasRoomForFewLargeMessages() {
        keep(2, 5 * MEGABYTE);
        assertThat(stream.hasRoom()).isTrue();

        keep(1, 3 * MEGABYTE);

        assertThat(stream.hasRoom()).isFalse();
    }

    private void keep(int times, int bytes) {
        for (int i = 0; i < times; i++) {
            stream.keep(new Login("x".repeat(bytes), null), 0, 16L * MEGABYTE);
        }
    }
}
