package dev.gatehouse.registry.journal.redis;

import static com.google.protobuf.ByteString.copyFromUtf8;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.NODE_1;
import static dev.gatehouse.registry.OnRedis.PLAYER;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.journal.Snapshot;
import dev.gatehouse.registry.journal.StoredPlayer;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.redis.RedisPlayerLeases;
import dev.gatehouse.testing.RedisExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class LoadPlayerIT {

    private final PlayerJournal journal = new RedisPlayerJournal(SCRIPTS);

    @Test
    void findsNothingOfANewPlayer() throws Exception {
        var stored = answer(journal.load(PLAYER));

        assertThat(stored).isEqualTo(new StoredPlayer(null, List.of()));
        assertThat(stored.nextIndex()).isEqualTo(1);
    }

    @Test
    void findsASnapshotFromBeforeAnyEntry() throws Exception {
        answer(new RedisPlayerLeases(SCRIPTS).claim(PLAYER, NODE_1, "a", LONG, null));
        answer(journal.snapshot(new Lease(PLAYER, NODE_1, "a", 1), 0, copyFromUtf8("born")));

        assertThat(answer(journal.load(PLAYER)))
                .isEqualTo(new StoredPlayer(new Snapshot(0, copyFromUtf8("born")), List.of()));
    }
}
