package dev.gatehouse.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Ping;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberingTest {

    private static final Flush FLUSH = new Flush(List.of(), null);

    @Test
    void numbersAllThatAClientSaysButWhatTheContractNames() {
        assertThat(Messages.namesOf(ClientMessage.Control.class))
                .containsExactlyInAnyOrder(
                        "hello", "session-ready", "session-start-failed", "ack", "ping", "pong", "pause", "unpause");
    }

    @Test
    void numbersAllThatAClientHearsButWhatTheContractNames() {
        assertThat(Messages.namesOf(ServerMessage.Control.class))
                .containsExactlyInAnyOrder(
                        "server-hello",
                        "session-started",
                        "session-resumed",
                        "terminate",
                        "ack",
                        "ping",
                        "pong",
                        "rewind",
                        "move",
                        "maintenance");
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
