package dev.gatehouse.registry.session.redis;

import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.NODE_1;
import static dev.gatehouse.registry.OnRedis.PLAYER;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.redis.RedisPlayerLeases;
import dev.gatehouse.registry.session.KeptSessions;
import dev.gatehouse.registry.session.PlayerSessions;
import dev.gatehouse.registry.session.SessionRecord;
import dev.gatehouse.testing.RedisExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class LoadSessionsIT {

    private final PlayerSessions sessions = new RedisPlayerSessions(SCRIPTS);

    @Test
    void findsNothingForAPlayerWithoutSessions() throws Exception {
        assertThat(answer(sessions.load(PLAYER))).isEqualTo(new KeptSessions(List.of(), Duration.ZERO));
    }

    @Test
    void readsAnyBytes() throws Exception {
        answer(new RedisPlayerLeases(SCRIPTS).claim(PLAYER, NODE_1, "a", LONG, null));
        var bytes = new byte[256];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        var stored = new SessionRecord(new SessionId("s-1"), ByteString.copyFrom(bytes));

        answer(sessions.store(new Lease(PLAYER, NODE_1, "a", 1), List.of(stored), LONG));

        assertThat(answer(sessions.load(PLAYER)).sessions()).containsExactly(stored);
    }
}
