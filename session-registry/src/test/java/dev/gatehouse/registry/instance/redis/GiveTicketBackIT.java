package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.LINKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class GiveTicketBackIT {

    @Test
    void makesATicketGoodAgain() throws Exception {
        var use = answer(LINKS.useTicket(ID, "ticket", LONG)).orElseThrow();

        assertThat(answer(LINKS.giveTicketBack(ID, "ticket", use))).isTrue();

        assertThat(answer(LINKS.giveTicketBack(ID, "ticket", use))).isFalse();
        assertThat(answer(LINKS.useTicket(ID, "ticket", LONG))).isPresent();
    }

    @Test
    void leavesAloneWhatWasUsedOtherwise() throws Exception {
        answer(LINKS.useTicket(ID, "ticket", LONG));

        assertThat(answer(LINKS.giveTicketBack(ID, "ticket", "another use"))).isFalse();

        assertThat(answer(LINKS.useTicket(ID, "ticket", LONG))).isEmpty();
    }
}
