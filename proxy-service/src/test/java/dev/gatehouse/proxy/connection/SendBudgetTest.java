package dev.gatehouse.proxy.connection;

import static dev.gatehouse.proxy.connection.SendBudget.Advice.GIVE_UP;
import static dev.gatehouse.proxy.connection.SendBudget.Advice.NOTHING;
import static dev.gatehouse.proxy.connection.SendBudget.Advice.PAUSE;
import static dev.gatehouse.proxy.connection.SendBudget.Advice.RESUME;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SendBudgetTest {

    private final SendBudget budget = new SendBudget(50, 100, 200);

    @Test
    void pausesOnceAndResumesOnce() {
        assertThat(budget.added(100)).isEqualTo(NOTHING);
        assertThat(budget.added(1)).isEqualTo(PAUSE);
        assertThat(budget.added(1)).isEqualTo(NOTHING);
        assertThat(budget.sent(52)).isEqualTo(NOTHING);
        assertThat(budget.sent(1)).isEqualTo(RESUME);
        assertThat(budget.sent(1)).isEqualTo(NOTHING);
    }

    @Test
    void givesUpOverTheLimit() {
        budget.added(200);

        assertThat(budget.added(1)).isEqualTo(GIVE_UP);
    }
}
