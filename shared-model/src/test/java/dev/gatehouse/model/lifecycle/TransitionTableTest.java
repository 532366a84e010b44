package dev.gatehouse.model.lifecycle;

import static dev.gatehouse.model.lifecycle.TransitionTable.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TransitionTableTest {

    private final TransitionTable<String, Integer> table =
            TransitionTable.of(move("door closed", 1, "door open"), move("door open", 2, "door gone"));

    @Test
    void answersWhereATriggerLeads() {
        assertThat(table.next("door closed", 1)).hasValue("door open");
    }

    @Test
    void answersNothingForATriggerThatIsNotLegal() {
        assertThat(table.next("door closed", 2)).isEmpty();
        assertThat(table.next("door gone", 1)).isEmpty();
    }

    @Test
    void endsWhereNoMoveStarts() {
        assertThat(table.isFinal("door gone")).isTrue();
        assertThat(table.isFinal("door open")).isFalse();
    }

    @Test
    void refusesTwoTargetsForOneTrigger() {
        assertThatThrownBy(() -> TransitionTable.of(move("a", 1, "b"), move("a", 1, "c")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("contradicts the move to b");
    }
}
