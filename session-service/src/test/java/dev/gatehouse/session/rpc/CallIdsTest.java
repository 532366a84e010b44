package dev.gatehouse.session.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CallIdsTest {

    private static final long EXACT = 1L << 53;

    @Test
    void givesNoIdOfAnotherOwner() {
        assertThat(new CallIds(1).next(_ -> false)).isEqualTo((1L << 24) + 1);
        assertThat(new CallIds(2).next(_ -> false)).isEqualTo((2L << 24) + 1);
    }

    @Test
    void staysExactInADouble() {
        long last = new CallIds((1L << 29) - 1).next(id -> id % (1 << 24) != (1 << 24) - 1);

        assertThat(last).isEqualTo(EXACT - 1);
        assertThat((long) (double) last).isEqualTo(last);
        assertThat(new CallIds(1L << 29).next(_ -> false)).isEqualTo(1);
    }

    @Test
    void beginsAgainPastTheBoundWithoutOneThatIsOpen() {
        var ids = new CallIds(0);
        ids.next(id -> id < (1 << 24) - 1);

        assertThat(ids.next(Set.of(1L, 2L)::contains)).isEqualTo(3);
    }
}
