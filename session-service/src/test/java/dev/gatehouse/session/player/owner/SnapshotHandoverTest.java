package dev.gatehouse.session.player.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.session.player.bench.PlayersBench;
import dev.gatehouse.session.snapshot.SnapshotDesk;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pcollections.PCollection;
import org.pcollections.PMap;

/// What a shard hands to the workers that make snapshots (decision 0033).
class SnapshotHandoverTest {

    /// What never changes and has no parts that could. A game is shared by all shards.
    private static final Set<Class<?>> WHOLE =
            Set.of(String.class, Integer.class, Long.class, Boolean.class, Instant.class, GameModel.class);

    @Test
    @DisplayName("0033: nothing that workers get of a player can change, so they touch nothing of its shard's")
    void handsOverWhatNeverChanges() throws Exception {
        var bench = new PlayersBench();
        bench.snapshotWorker.hold(true);
        // One at a time: the first one's is under way, and the second one's waits where it can be looked at.
        playsUntilASnapshotIsDue(bench, "alice");
        playsUntilASnapshotIsDue(bench, "bert");

        var orders = waiting(bench.world.snapshots());

        assertThat(orders).hasSize(1);
        assertThat(orders.toString()).contains("tip=a tip", "AddGold", "UsedKey");
        orders.forEach(order -> refuseWhatMayChange("order", order));
    }

    private static void playsUntilASnapshotIsDue(PlayersBench bench, String player) {
        var client = bench.attach(player, "s-" + player);
        bench.order(player, ActionMode.SYNCHRONIZED, 101, "{\"amount\":1}", "key");
        bench.order(player, ActionMode.UNSYNCHRONIZED, 102, "{\"text\":\"a tip\"}");
        for (long number = 1; number <= 2; number++) {
            client.says(number, new Flush(List.of(PlayersBench.call(100, "{\"amount\":2}")), null));
        }
    }

    private static Collection<?> waiting(SnapshotDesk desk) throws ReflectiveOperationException {
        var waiting = SnapshotDesk.class.getDeclaredField("waiting");
        waiting.setAccessible(true);
        return (Collection<?>) waiting.get(desk);
    }

    private static void refuseWhatMayChange(String path, Object value) {
        switch (value) {
            case Record record -> {
                for (var component : record.getClass().getRecordComponents()) {
                    refuseWhatMayChange(path + "." + component.getName(), part(component, record));
                }
            }
            case PMap<?, ?> map ->
                map.forEach((key, each) -> {
                    refuseWhatMayChange(path, key);
                    refuseWhatMayChange(path, each);
                });
            case PCollection<?> elements -> elements.forEach(each -> refuseWhatMayChange(path, each));
            case ByteString _, Enum<?> _ -> {}
            // The desk's own, by which the shard hears the answer.
            case CompletableFuture<?> _ when path.equals("order.answer") -> {}
            default -> {
                if (!WHOLE.contains(value.getClass())) {
                    fail(path + ": a " + value.getClass().getName() + " (expected: what never changes)");
                }
            }
        }
    }

    private static Object part(RecordComponent component, Record record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
