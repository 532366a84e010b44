package dev.gatehouse.model.lifecycle;

import static dev.gatehouse.model.lifecycle.SessionState.*;
import static dev.gatehouse.model.lifecycle.SessionTrigger.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.docs.DocsFolder;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionLifecycleTest {

    @Test
    void recoversOnTheFirstConnectionAndAfterALoss() {
        assertThat(SessionLifecycle.TABLE.next(OFFLINE, CONNECT_CALLED)).hasValue(RECOVERING);
        assertThat(SessionLifecycle.TABLE.next(ACTIVE, SOCKET_LOST)).hasValue(RECOVERING);
    }

    @Test
    void neverComesBackFromAForcedEnd() {
        assertThat(SessionState.values())
                .filteredOn(SessionLifecycle.TABLE::isFinal)
                .containsExactly(BANNED);
    }

    @Test
    void isNotActiveBeforeTheClientIsReady() {
        assertThat(SessionLifecycle.TABLE.moves())
                .filteredOn(move -> move.to() == ACTIVE)
                .containsExactly(TransitionTable.move(RECOVERING, CLIENT_READY, ACTIVE));
    }

    /// Every state with every trigger; `-` where there is no move.
    @ParameterizedTest
    @CsvSource({
        "OFFLINE, CONNECT_CALLED, RECOVERING",
        "OFFLINE, CLIENT_READY, -",
        "OFFLINE, SOCKET_LOST, -",
        "OFFLINE, GAVE_UP, -",
        "OFFLINE, FORCED_OUT, -",
        "OFFLINE, CLOSE_CALLED, -",
        "RECOVERING, CONNECT_CALLED, -",
        "RECOVERING, CLIENT_READY, ACTIVE",
        "RECOVERING, SOCKET_LOST, -",
        "RECOVERING, GAVE_UP, OFFLINE",
        "RECOVERING, FORCED_OUT, BANNED",
        "RECOVERING, CLOSE_CALLED, OFFLINE",
        "ACTIVE, CONNECT_CALLED, -",
        "ACTIVE, CLIENT_READY, -",
        "ACTIVE, SOCKET_LOST, RECOVERING",
        "ACTIVE, GAVE_UP, -",
        "ACTIVE, FORCED_OUT, BANNED",
        "ACTIVE, CLOSE_CALLED, OFFLINE",
        "BANNED, CONNECT_CALLED, -",
        "BANNED, CLIENT_READY, -",
        "BANNED, SOCKET_LOST, -",
        "BANNED, GAVE_UP, -",
        "BANNED, FORCED_OUT, -",
        "BANNED, CLOSE_CALLED, -",
    })
    void movesAsItSays(SessionState from, SessionTrigger trigger, String to) {
        var target = to.equals("-") ? Optional.<SessionState>empty() : Optional.of(SessionState.valueOf(to));

        assertThat(SessionLifecycle.TABLE.next(from, trigger)).isEqualTo(target);
    }

    @Test
    void isDrawnInTheDocs() {
        assertThat(DocsFolder.page("lifecycles.md")).contains(Drawing.of(SessionLifecycle.TABLE));
    }
}
