package dev.gatehouse.instance.allocation;

import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static dev.gatehouse.instance.life.InstanceExamples.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.Deadlines;
import dev.gatehouse.instance.life.InMemoryInstanceStore;
import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.LifeEffect;
import dev.gatehouse.instance.life.LifeEffects;
import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.instance.token.TestTokens;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.Answer;
import dev.gatehouse.provider.Answer.Given;
import dev.gatehouse.provider.Answer.NoServer;
import dev.gatehouse.provider.GameServerProvider;
import dev.gatehouse.provider.RunningServer;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.PairIds;
import dev.gatehouse.testing.TestTime;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AllocatorTest {

    private final TestTime time = new TestTime(InstanceExamples.NOW);
    private final InMemoryInstanceStore store = new InMemoryInstanceStore();
    private final AtomicInteger ids = new AtomicInteger();
    private final Deadlines deadlines = InstanceExamples.DEADLINES;
    private final InstanceLife life = new InstanceLife(store, new NoEffects(), deadlines, time, Runnable::run);
    private final PartnerTokens tokens = TestTokens.withIds(() -> "token-" + ids.incrementAndGet());
    private final Host host = new Host();
    private final Allocator allocator = new Allocator(
            new NodeId("game-instance-1"),
            new Providers(List.of(host), "local-process"),
            new ServerEnvironments(URI.create("ws://127.0.0.1:8082"), tokens, time),
            deadlines.allocation(),
            () -> SERVER);

    @Test
    @DisplayName("3.4 (2): tokens are minted when the provider asks, and not before")
    void mintsTokensOnlyWhenTheProviderAsks() {
        host.plan = _ -> assertThat(now().server()).isEqualTo(InstanceExamples.ASKED);

        allocate();

        assertThat(now().state()).isEqualTo(InstanceState.ALLOCATED);
        assertThat(ids).hasValue(0);
    }

    @Test
    void keepsTheNewestPairWhereAProviderAsksTwice() {
        host.plan = allocation -> {
            var _ = allocation.environment().get();
            var _ = allocation.environment().get();
        };

        allocate();

        assertThat(now().server()).isEqualTo(InstanceExamples.ASKED.withPair(new PairIds("token-4", "token-3"), null));
    }

    @Test
    void failsWhereTheProviderHasNoServer() {
        host.refuses = true;

        allocate();

        assertThat(now().state()).isEqualTo(InstanceState.FAILED);
    }

    @Test
    void failsAndGivesTheServerBackWhereTheProviderBreaks() {
        host.plan = _ -> {
            throw new IllegalStateException("broken");
        };

        allocate();

        assertThat(now().state()).isEqualTo(InstanceState.FAILED);
        assertThat(host.running).isEmpty();
    }

    @Test
    void givesAServerBackThatComesTooLate() {
        host.plan = _ -> {
            time.passes(Duration.ofSeconds(60));
            life.look(ID);
        };

        allocate();

        assertThat(now().state()).isEqualTo(InstanceState.FAILED);
        assertThat(host.running).isEmpty();
    }

    @Test
    void mintsNoTokensForAnInstanceThatIsOver() {
        host.plan = allocation -> {
            time.passes(Duration.ofSeconds(60));
            life.look(ID);
            var _ = allocation.environment().get();
        };

        allocate();

        assertThat(now().state()).isEqualTo(InstanceState.FAILED);
        assertThat(host.running).isEmpty();
    }

    @Test
    void asksOnceHoweverOftenItIsAsked() {
        allocate();
        allocate();

        assertThat(host.asked).isEqualTo(1);
    }

    @Test
    void knowsWhoseAServerIs() {
        var mine = new RunningServer(SERVER, ID, "host-1");
        var ended = InstanceExamples.in(InstanceState.ENDED);

        assertThat(Reconciler.isNeeded(mine, Optional.of(InstanceExamples.in(InstanceState.RUNNING))))
                .isTrue();
        assertThat(Reconciler.isNeeded(mine, Optional.of(ended))).isTrue();
        assertThat(Reconciler.isNeeded(mine, Optional.of(ended.asReleased()))).isFalse();
        assertThat(Reconciler.isNeeded(mine, Optional.empty())).isFalse();
        assertThat(Reconciler.isNeeded(mine, Optional.of(InstanceExamples.created())))
                .isFalse();
        assertThat(Reconciler.isNeeded(
                        new RunningServer(new ServerId("gs-2"), ID, "host-2"),
                        Optional.of(InstanceExamples.in(InstanceState.RUNNING))))
                .isFalse();
    }

    @Test
    void givesBackWhatIsNobodys() {
        host.put(new ServerId("gs-lost"), ID);
        allocate();

        new Reconciler(new Providers(List.of(host), "local-process"), store).turn();

        assertThat(host.running).containsOnlyKeys(SERVER);
    }

    @Test
    void givesBackWhatIsNobodysBesideAnInstanceThatCannotBeRead() {
        var unreadable = new InstanceId("gi-unreadable");
        var kept = new ServerId("gs-unreadable");
        store.holdUnreadable(unreadable);
        host.put(kept, unreadable);
        host.put(new ServerId("gs-lost"), ID);

        new Reconciler(new Providers(List.of(host), "local-process"), store).turn();

        assertThat(host.running).containsOnlyKeys(kept);
    }

    private void allocate() {
        store.create(InstanceExamples.created(), Duration.ZERO);
        allocator.allocate(life, InstanceExamples.created());
    }

    private InstanceRecord now() {
        return store.load(ID).orElseThrow().instance();
    }

    /// A provider that does what a test plans.
    private static final class Host implements GameServerProvider {

        private final Map<ServerId, RunningServer> running = new LinkedHashMap<>();
        private Consumer<Allocation> plan = _ -> {};
        private boolean refuses;
        private int asked;

        @Override
        public String name() {
            return "local-process";
        }

        @Override
        public Answer allocate(Allocation allocation) {
            asked++;
            if (refuses) {
                return new NoServer("no room");
            }
            put(allocation.serverId(), allocation.instanceId());
            plan.accept(allocation);
            return new Given("host-" + allocation.serverId());
        }

        @Override
        public Optional<RunningServer> describe(ServerId server) {
            return Optional.ofNullable(running.get(server));
        }

        @Override
        public List<RunningServer> list() {
            return new ArrayList<>(running.values());
        }

        @Override
        public void deallocate(ServerId server) {
            running.remove(server);
        }

        private void put(ServerId server, InstanceId instance) {
            running.put(server, new RunningServer(server, instance, "host-" + server));
        }
    }

    private static final class NoEffects implements LifeEffects {

        @Override
        public void perform(LifeEffect effect, InstanceRecord instance) {
            // These tests look at the instance and the provider only.
        }

        @Override
        public void entered(InstanceRecord instance) {
            // Likewise.
        }
    }
}
