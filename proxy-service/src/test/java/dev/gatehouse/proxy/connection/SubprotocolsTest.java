package dev.gatehouse.proxy.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.protocol.Encoding;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubprotocolsTest {

    @Test
    void isJsonWhereNothingIsAsked() {
        assertThat(Subprotocols.choose(List.of())).contains(Encoding.JSON);
        assertThat(Subprotocols.choose(List.of("", " , "))).contains(Encoding.JSON);
    }

    @Test
    void takesTheFirstOfferThatItSpeaks() {
        assertThat(Subprotocols.choose(List.of("graphql-ws, gatehouse.v1.proto ,gatehouse.v1.json")))
                .contains(Encoding.PROTO);
    }

    @Test
    void readsEveryLine() {
        assertThat(Subprotocols.choose(List.of("chat", "  gatehouse.v1.proto"))).contains(Encoding.PROTO);
    }

    @Test
    void speaksNothingElse() {
        assertThat(Subprotocols.choose(List.of("gatehouse.v2.json"))).isEmpty();
    }
}
