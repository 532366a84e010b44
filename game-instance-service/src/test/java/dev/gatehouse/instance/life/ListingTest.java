package dev.gatehouse.instance.life;

import static dev.gatehouse.instance.life.InstanceExamples.GAME;
import static dev.gatehouse.instance.life.InstanceExamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.InstanceStore.Page;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListingTest {

    private final InMemoryInstanceStore store = new InMemoryInstanceStore();
    private final Listing listing = new Listing(store);

    @Test
    void findsWhatRunsBehindWhatIsOver() {
        var running = made(InstanceState.RUNNING, 150);
        made(InstanceState.ENDED, 500);

        var first = find(InstanceState.RUNNING, Optional.empty());
        var second = find(InstanceState.RUNNING, first.next());

        assertThat(first.instances()).isEqualTo(running.reversed().subList(0, 100));
        assertThat(second.instances()).isEqualTo(running.reversed().subList(100, 150));
        assertThat(second.next()).isEmpty();
    }

    @Test
    void goesOnWhereItStoppedAndFoundNothing() {
        var oldest = made(InstanceState.RUNNING, 1);
        made(InstanceState.ENDED, Listing.MOST_READ);

        var first = find(InstanceState.RUNNING, Optional.empty());

        assertThat(first.instances()).isEmpty();
        assertThat(find(InstanceState.RUNNING, first.next())).isEqualTo(new Page(oldest, Optional.empty()));
    }

    @Test
    void namesNoNextPageWhereAllWereRead() {
        var all = made(InstanceState.RUNNING, 99);

        assertThat(find(InstanceState.RUNNING, Optional.empty())).isEqualTo(new Page(all.reversed(), Optional.empty()));
    }

    private Page find(InstanceState state, Optional<InstanceId> before) {
        return listing.find(GAME, before, instance -> instance.state() == state);
    }

    private List<InstanceRecord> made(InstanceState state, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> InstanceExamples.created(state + "-" + i, "pool", null, NOW)
                        .in(state, NOW, "test"))
                .peek(instance -> store.create(instance, Duration.ZERO, Duration.ZERO))
                .toList();
    }
}
