package dev.gatehouse.session.link.web;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.link.LinkFrame.Kind;
import dev.gatehouse.session.link.web.QueuedOutput.Frame;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class QueuedOutputTest {

    private static final ByteString TEN_BYTES = ByteString.copyFromUtf8("0123456789");

    private final QueuedOutput output = new QueuedOutput(40);

    @Test
    void keepsTheOrder() {
        output.send(1, Kind.BYTES, TEN_BYTES);
        output.send(2, Kind.CONTROL, ByteString.EMPTY);

        StepVerifier.create(output.frames())
                .expectNext(new Frame(1, Kind.BYTES, TEN_BYTES), new Frame(2, Kind.CONTROL, ByteString.EMPTY))
                .thenCancel()
                .verify();
    }

    @Test
    void givesUpAProxyThatDoesNotRead() {
        output.send(1, Kind.BYTES, TEN_BYTES);
        output.send(1, Kind.BYTES, TEN_BYTES);
        output.send(1, Kind.BYTES, TEN_BYTES);

        StepVerifier.create(output.overflow())
                .expectErrorMessage("the proxy does not read")
                .verify();
    }

    @Test
    void saysSoEvenThoughNobodyTakesTheFrames() {
        StepVerifier.create(output.frames(), 0)
                .then(() -> {
                    for (int i = 0; i < 10; i++) {
                        output.send(1, Kind.BYTES, TEN_BYTES);
                    }
                })
                .then(() -> StepVerifier.create(output.overflow()).verifyError())
                .thenRequest(10)
                .expectNextCount(2)
                .thenCancel()
                .verify();
    }

    @Test
    void hasRoomAgainForWhatWasRead() {
        StepVerifier.create(output.frames(), 1)
                .then(() -> output.send(1, Kind.BYTES, TEN_BYTES))
                .expectNextCount(1)
                .thenRequest(2)
                .then(() -> output.send(1, Kind.BYTES, TEN_BYTES))
                .then(() -> output.send(1, Kind.BYTES, TEN_BYTES))
                .expectNextCount(2)
                .thenCancel()
                .verify();
    }
}
