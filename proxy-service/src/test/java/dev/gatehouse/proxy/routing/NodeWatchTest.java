package dev.gatehouse.proxy.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class NodeWatchTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final NodeRecord NODE =
            new NodeRecord(new NodeId("session-1"), NodeRole.SESSION, "ws://1", "http://1", List.of());

    private final TestTime time = new TestTime();
    private final List<NodeTable> seen = new ArrayList<>();
    private Mono<List<NodeRecord>> registry = Mono.just(List.of());
    private final NodeWatch watch = new NodeWatch(() -> registry, seen::add);

    @Test
    void seesANodeWithinASecond() {
        var watching = watch.watch(SECOND, time.timers()).subscribe();
        registry = Mono.just(List.of(NODE));

        time.passes(SECOND);

        assertThat(watch.now()).isEqualTo(new NodeTable(List.of(NODE)));
        watching.dispose();
    }

    @Test
    void keepsWhatItKnewWhileTheRegistryIsAway() {
        registry = Mono.just(List.of(NODE));
        var watching = watch.watch(SECOND, time.timers()).subscribe();
        time.passes(SECOND);

        registry = Mono.error(new IllegalStateException("away"));
        time.passes(SECOND);
        assertThat(watch.now()).isEqualTo(new NodeTable(List.of(NODE)));

        registry = Mono.just(List.of());
        time.passes(SECOND);
        assertThat(watch.now()).isEqualTo(NodeTable.EMPTY);
        watching.dispose();
    }

    @Test
    void goesOnAfterAListenerThatThrows() {
        registry = Mono.just(List.of(NODE));
        var torn = new NodeWatch(() -> registry, _ -> {
            throw new IllegalStateException("a mistake");
        });
        var watching = torn.watch(SECOND, time.timers()).subscribe();
        time.passes(SECOND);
        registry = Mono.just(List.of());

        time.passes(SECOND);

        assertThat(torn.now()).isEqualTo(NodeTable.EMPTY);
        watching.dispose();
    }

    @Test
    void goesOnAfterARegistryThatDoesNotAnswer() {
        registry = Mono.never();
        var watching = watch.watch(SECOND, time.timers()).subscribe();
        time.passes(SECOND);

        registry = Mono.just(List.of(NODE));
        time.passes(SECOND.multipliedBy(2));

        assertThat(seen).endsWith(new NodeTable(List.of(NODE)));
        watching.dispose();
    }
}
