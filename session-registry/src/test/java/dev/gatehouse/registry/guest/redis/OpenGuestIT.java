package dev.gatehouse.registry.guest.redis;

import static dev.gatehouse.registry.OnRedis.DEVICE;
import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.registry.guest.GuestAccounts;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class OpenGuestIT {

    private static final PlayerId FIRST = new PlayerId("guest-1");
    private static final PlayerId SECOND = new PlayerId("guest-2");

    private final GuestAccounts guests = new RedisGuestAccounts(SCRIPTS);

    @Test
    void makesOnePlayerOfADeviceForGood() throws Exception {
        assertThat(answer(guests.of(GAME, DEVICE, FIRST))).isEqualTo(FIRST);
        assertThat(answer(guests.of(GAME, DEVICE, SECOND))).isEqualTo(FIRST);
    }

    @Test
    void keepsGamesAndDevicesApart() throws Exception {
        answer(guests.of(GAME, DEVICE, FIRST));

        assertThat(answer(guests.of(new GameId("other"), DEVICE, SECOND))).isEqualTo(SECOND);
        assertThat(answer(guests.of(GAME, DeviceKey.of("tablet"), SECOND))).isEqualTo(SECOND);
    }
}
