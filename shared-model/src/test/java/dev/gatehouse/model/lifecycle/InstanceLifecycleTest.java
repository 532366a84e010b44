package dev.gatehouse.model.lifecycle;

import static dev.gatehouse.model.lifecycle.InstanceState.*;
import static dev.gatehouse.model.lifecycle.InstanceTrigger.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.docs.DocsFolder;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstanceLifecycleTest {

    private static final Set<InstanceState> OVER = Set.of(ENDED, FAILED, TERMINATED, EXPIRED);

    @Test
    void runsFromCreationToItsEnd() {
        assertThat(InstanceLifecycle.TABLE.next(CREATED, ALLOCATION_STARTED)).hasValue(ALLOCATING);
        assertThat(InstanceLifecycle.TABLE.next(ALLOCATING, SERVER_ALLOCATED)).hasValue(ALLOCATED);
        assertThat(InstanceLifecycle.TABLE.next(ALLOCATED, SERVER_LINKED)).hasValue(LINKED);
        assertThat(InstanceLifecycle.TABLE.next(LINKED, PLAYERS_CONNECTED)).hasValue(RUNNING);
        assertThat(InstanceLifecycle.TABLE.next(RUNNING, END_REQUESTED)).hasValue(ENDED);
    }

    @ParameterizedTest
    @EnumSource
    void isOverInFourStatesOnly(InstanceState state) {
        assertThat(InstanceLifecycle.TABLE.isFinal(state)).isEqualTo(OVER.contains(state));
    }

    @ParameterizedTest
    @EnumSource
    void canBeEndedAndExpiresWhileItLives(InstanceState state) {
        assertThat(InstanceLifecycle.TABLE.next(state, END_REQUESTED).isPresent())
                .isEqualTo(!OVER.contains(state));
        assertThat(InstanceLifecycle.TABLE.next(state, EXPIRY_REACHED).isPresent())
                .isEqualTo(!OVER.contains(state));
    }

    @ParameterizedTest
    @EnumSource
    void losesAServerOnlyWhereItHasOne(InstanceState state) {
        var hasServer = Set.of(ALLOCATED, LINKED, RUNNING);

        assertThat(InstanceLifecycle.TABLE.next(state, SERVER_LOST).isPresent()).isEqualTo(hasServer.contains(state));
    }

    @Test
    void takesAServerThatIsQuickerThanItsProvider() {
        assertThat(InstanceLifecycle.TABLE.next(ALLOCATING, SERVER_LINKED)).hasValue(LINKED);
        assertThat(InstanceLifecycle.TABLE.next(LINKED, SERVER_ALLOCATED)).hasValue(LINKED);
    }

    @Test
    void isDrawnInTheDocs() {
        assertThat(DocsFolder.page("lifecycles.md")).contains(Drawing.of(InstanceLifecycle.TABLE));
    }
}
