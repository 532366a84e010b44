package dev.gatehouse.instance.allocation;

import dev.gatehouse.instance.allocation.ProviderProperties.RouteProperties;
import dev.gatehouse.instance.life.Hearing;
import dev.gatehouse.instance.life.InMemoryInstanceStore;
import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.LifeEffect;
import dev.gatehouse.instance.life.LifeEffect.ReleaseServer;
import dev.gatehouse.instance.life.LifeEffects;
import dev.gatehouse.instance.life.Receipts;
import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.instance.token.PartnerTokens.Pair;
import dev.gatehouse.instance.token.PartnerTokens.PairCheck;
import dev.gatehouse.instance.token.TestTokens;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.provider.ServerEnvironment;
import dev.gatehouse.registry.instance.AllocatedServer;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.testing.TestTime;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Everything around allocation, with hosts that a test plans and time that it moves. Calls run on the caller's thread;
/// one is too late where it let more time pass than it may take.
final class AllocationWorld implements LifeEffects, TimedCalls {

    static final String ROUTE = "everywhere";

    /// Those that services have by default.
    static final CallLimits LIMITS =
            new CallLimits(Duration.ofSeconds(20), 200, Duration.ofSeconds(10), 50, 20, Duration.ofSeconds(30));

    final TestTime time = new TestTime(InstanceExamples.NOW.minus(InstanceExamples.DEADLINES.silence()));
    final Hearing hearing = new Hearing(InstanceExamples.DEADLINES, time);
    final InMemoryInstanceStore store = new InMemoryInstanceStore();
    final RecordedMetrics metrics = new RecordedMetrics();
    final Map<String, InstanceId> claims = new ConcurrentHashMap<>();
    final InstanceLife life =
            new InstanceLife(store, this, new Receipts(time), InstanceExamples.DEADLINES, time, Runnable::run);
    final Allocator allocator;
    final Reconciler reconciler;
    private final AtomicInteger ids = new AtomicInteger();
    final PartnerTokens tokens = TestTokens.withIds(() -> "token-" + ids.incrementAndGet());
    private final Providers providers;
    private final HostClaims everybody;

    /// @param hosts asked in this order, but for zones
    AllocationWorld(CallLimits limits, Map<String, List<String>> zones, List<FakeHost> hosts) {
        var guards = new ProviderGuards(settings(limits, Map.of()), this, metrics, time::nanoTime);
        var stops = new RouteProperties(hosts.stream().map(FakeHost::name).toList(), zones);
        providers = new Providers(
                hosts.stream().map(guards::guard).toList(),
                settings(Map.of(ROUTE, stops)),
                hosts.getFirst().name());
        everybody = (provider, hostId, candidate) -> Optional.ofNullable(
                        claims.putIfAbsent(provider + " " + hostId, candidate))
                .orElse(candidate);
        var environments = new ServerEnvironments(URI.create("ws://127.0.0.1:8082"), tokens, time);
        allocator = new Allocator(
                providers,
                new Asker(environments, everybody, metrics),
                new Allocator.Limits(InstanceExamples.DEADLINES.allocation(), time::nanoTime),
                Runnable::run,
                this::nextServer);
        reconciler = reconcilerOn(Runnable::run);
        hearing.storeAnswered();
        time.passes(InstanceExamples.DEADLINES.silence());
    }

    Reconciler reconcilerOn(Executor background) {
        var owners = new ServerOwners(store, life, everybody, hearing);
        return new Reconciler(providers, owners, metrics, background, time::nanoTime);
    }

    AllocationWorld(Map<String, List<String>> zones, List<FakeHost> hosts) {
        this(LIMITS, zones, hosts);
    }

    AllocationWorld(FakeHost... hosts) {
        this(Map.of(), List.of(hosts));
    }

    /// No more than one call to each provider.
    static CallLimits oneAtOnce() {
        return atOnce(1);
    }

    static CallLimits atOnce(int most) {
        return new CallLimits(
                LIMITS.answer(), most, LIMITS.slow(), LIMITS.failures(), LIMITS.judgedBy(), LIMITS.rest());
    }

    static ProviderProperties settings(Map<String, RouteProperties> routes) {
        return settings(LIMITS, routes);
    }

    static ProviderProperties settings(CallLimits limits, Map<String, RouteProperties> routes) {
        return new ProviderProperties(
                routes,
                limits.answer(),
                limits.atOnce(),
                limits.slow(),
                limits.failures(),
                limits.judgedBy(),
                limits.rest(),
                Map.of());
    }

    InstanceRecord create(String key) {
        return create(key, null);
    }

    /// An instance as a creator leaves it.
    InstanceRecord create(String key, @Nullable String zone) {
        var instance = InstanceExamples.created(key, ROUTE, zone, time.instant())
                .withServer(nextServer())
                .in(InstanceState.ALLOCATING, time.instant(), "test");
        store.create(instance, Duration.ZERO, Duration.ZERO);
        return instance;
    }

    InstanceRecord allocate(String key) {
        return allocate(create(key));
    }

    InstanceRecord allocate(InstanceRecord created) {
        allocator.allocate(life, created);
        return now(created.id());
    }

    InstanceRecord now(InstanceId id) {
        return store.load(id).orElseThrow().instance();
    }

    /// The pair that a server is started with.
    Pair pairOf(ServerEnvironment environment) {
        var check = tokens.checkPair(environment.socialToken(), environment.gameToken(), time.instant());
        return ((PairCheck.Good) check).pair();
    }

    /// The server that an instance names.
    static ServerId serverOf(InstanceRecord instance) {
        return Optional.ofNullable(instance.server()).orElseThrow().serverId();
    }

    private AllocatedServer nextServer() {
        var id = new ServerId("gs-" + ids.incrementAndGet());
        return AllocatedServer.asked(id, new NodeId("game-instance-1"), tokens.newPair());
    }

    @Override
    public <T> T call(Callable<T> call, Duration within) throws Exception {
        var end = time.instant().plus(within);
        var answer = call.call();
        if (time.instant().isAfter(end)) {
            throw new TimeoutException();
        }
        return answer;
    }

    /// As the service does.
    @Override
    public Runnable prepare(LifeEffect effect, InstanceRecord instance) {
        return () -> {
            if (effect instanceof ReleaseServer) {
                providers.takeBack(instance);
            }
        };
    }

    @Override
    public void entered(InstanceRecord instance) {
        // Nobody is told.
    }
}
