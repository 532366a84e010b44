package dev.gatehouse.model.lifecycle;

import static dev.gatehouse.model.lifecycle.SessionState.*;
import static dev.gatehouse.model.lifecycle.SessionTrigger.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.docs.DocsFolder;
import org.junit.jupiter.api.Test;

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

    @Test
    void isDrawnInTheDocs() {
        assertThat(DocsFolder.page("lifecycles.md")).contains(Drawing.of(SessionLifecycle.TABLE));
    }
}
