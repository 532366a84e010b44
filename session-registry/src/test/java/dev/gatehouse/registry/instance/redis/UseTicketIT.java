package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.LINKS;
import static dev.gatehouse.registry.instance.redis.Examples.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class UseTicketIT {

    @Test
    void letsATicketBeUsedOnce() throws Exception {
        assertThat(answer(LINKS.useTicket(ID, "ticket", LONG))).isPresent();
        assertThat(answer(LINKS.useTicket(ID, "ticket", LONG))).isEmpty();
        assertThat(answer(LINKS.useTicket(ID, "another", LONG))).isPresent();
        assertThat(answer(LINKS.useTicket(OTHER, "ticket", LONG))).isPresent();
    }

    @Test
    void saysYesAgainWhereTheFirstAnswerWasLost() throws Exception {
        assertThat(answer(SCRIPTS.run(UseTicket.call(ID, "ticket", "use", LONG))))
                .isTrue();
        assertThat(answer(SCRIPTS.run(UseTicket.call(ID, "ticket", "use", LONG))))
                .isTrue();
    }

    @Test
    void forgetsATicketInTheEnd() throws Exception {
        answer(LINKS.useTicket(ID, "ticket", LONG));

        assertThat(INSIDE.pttl(RegistryKeys.instanceTicket(ID, "ticket"))).isBetween(1L, LONG.toMillis());
    }
}
