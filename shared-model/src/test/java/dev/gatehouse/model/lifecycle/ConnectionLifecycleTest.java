package dev.gatehouse.model.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.docs.DocsFolder;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionLifecycleTest {

    /// Every state with every trigger; `-` where there is no move.
    @ParameterizedTest
    @CsvSource({
        "NOT_CONNECTED, ATTEMPT_BEGUN, CONNECTING",
        "NOT_CONNECTED, SESSION_RUNS, -",
        "NOT_CONNECTED, CONNECTION_FAILED, -",
        "NOT_CONNECTED, CLOSE_CALLED, -",
        "CONNECTING, ATTEMPT_BEGUN, -",
        "CONNECTING, SESSION_RUNS, CONNECTED",
        "CONNECTING, CONNECTION_FAILED, ERROR",
        "CONNECTING, CLOSE_CALLED, NOT_CONNECTED",
        "CONNECTED, ATTEMPT_BEGUN, -",
        "CONNECTED, SESSION_RUNS, -",
        "CONNECTED, CONNECTION_FAILED, ERROR",
        "CONNECTED, CLOSE_CALLED, NOT_CONNECTED",
        "ERROR, ATTEMPT_BEGUN, CONNECTING",
        "ERROR, SESSION_RUNS, -",
        "ERROR, CONNECTION_FAILED, -",
        "ERROR, CLOSE_CALLED, NOT_CONNECTED",
    })
    void movesAsItSays(ConnectionState from, ConnectionTrigger trigger, String to) {
        assertThat(ConnectionLifecycle.TABLE.next(from, trigger)).isEqualTo(target(to));
    }

    @Test
    void isDrawnInTheDocs() {
        assertThat(DocsFolder.page("lifecycles.md")).contains(Drawing.of(ConnectionLifecycle.TABLE));
    }

    private static Optional<ConnectionState> target(String name) {
        return name.equals("-") ? Optional.empty() : Optional.of(ConnectionState.valueOf(name));
    }
}
