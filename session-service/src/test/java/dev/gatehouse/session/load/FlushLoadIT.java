package dev.gatehouse.session.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.localredis.LocalRedis;
import dev.gatehouse.localredis.RedisOptions;
import dev.gatehouse.session.fixture.SessionNode;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Takes its time, so it runs where somebody asks for it; a build plays the short form in `LinkIT`.
@EnabledIfSystemProperty(named = "gatehouse.load.flushes", matches = "\\d+", disabledReason = "asked for by hand")
class FlushLoadIT {

    private static final int PLAYERS = Integer.getInteger("gatehouse.load.players", 500);
    private static final int EACH = Integer.getInteger("gatehouse.load.flushes", 0);

    @TempDir
    private Path folder;

    @Test
    @DisplayName("flushes of one node, each answered once a Redis with an append-only file has it")
    void flushes() throws Exception {
        try (var redis = LocalRedis.start(LocalRedis.freePort(), folder, RedisOptions.APPEND_ONLY);
                var node = SessionNode.startWith(CountedJournal.Beans.class, "session-1", redis.port())) {
            var load = FlushLoad.on(node, PLAYERS, EACH);

            System.out.println(load);
            assertThat(load.roundTrips()).isPositive().isLessThan(0.2);
        }
    }
}
