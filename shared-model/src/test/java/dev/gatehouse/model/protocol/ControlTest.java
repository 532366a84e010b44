package dev.gatehouse.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Ping;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlTest {

    private static final Flush FLUSH = new Flush(List.of(), null);

    @Test
    void numbersOnlyWhatAClientDoesInPlay() {
        assertThat(ClientExamples.in(Encoding.JSON).values())
                .filteredOn(frame -> !Control.isControl(frame.message()))
                .extracting(frame -> frame.message().getClass().getSimpleName())
                .containsOnly("Flush", "DesyncReport");
    }

    @Test
    void numbersOnlyWhatAServerDoesInPlay() {
        assertThat(ServerExamples.in(Encoding.JSON).values())
                .filteredOn(frame -> !Control.isControl(frame.message()))
                .extracting(frame -> frame.message().getClass().getSimpleName())
                .containsOnly("FlushResult", "ServerAction", "GameInstance");
    }

    @Test
    void refusesAMessageWithoutTheNumberItNeeds() {
        assertThatThrownBy(() -> new ClientFrame(null, 3L, FLUSH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("seq: absent (expected: a number, as on every message but control ones)");
    }

    @Test
    void refusesANumberOnAControlMessage() {
        assertThatThrownBy(() -> new ClientFrame(1L, null, new Ping(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("seq: on a control message (expected: none)");
    }

    @Test
    void refusesNumbersThatAreNone() {
        assertThatThrownBy(() -> new ClientFrame(0L, null, FLUSH)).hasMessage("seq: 0 (expected: >= 1)");
        assertThatThrownBy(() -> new ClientFrame(1L, -1L, FLUSH)).hasMessage("ack: -1 (expected: >= 0)");
    }
}
