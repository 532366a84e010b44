package dev.gatehouse.instance.wiring;

import dev.gatehouse.instance.pool.Orders;
import dev.gatehouse.instance.pool.Pool;
import dev.gatehouse.instance.pool.PoolKeys;
import dev.gatehouse.instance.pool.PoolProperties;
import dev.gatehouse.instance.pool.PoolProvider;
import dev.gatehouse.instance.pool.PoolWatch;
import dev.gatehouse.instance.pool.Pools;
import dev.gatehouse.instance.pool.http.HttpOrders;
import dev.gatehouse.instance.pool.metrics.MicrometerPoolMetrics;
import dev.gatehouse.instance.pool.redis.RegistryRoster;
import dev.gatehouse.instance.pool.web.PoolHandler;
import dev.gatehouse.instance.wiring.NodeConfiguration.OwnAddress;
import dev.gatehouse.instance.wiring.Running.Turns;
import dev.gatehouse.instance.wiring.WorldConfiguration.RandomIds;
import dev.gatehouse.registry.node.http.InternalCalls;
import dev.gatehouse.registry.pool.PoolIndex;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Pools of game servers that run already.
@Configuration(proxyBeanMethods = false)
class PoolConfiguration {

    @Bean
    Pools pools(PoolProperties settings, PoolIndex index, OwnAddress address, InternalCalls calls, RandomIds ids) {
        var orders = Orders.here(new HttpOrders(calls));
        var pools = settings.keys().keySet().stream()
                .map(name -> new Pool(name, new RegistryRoster(index, name), settings.rules(), address))
                .toList();
        return new Pools(pools, pool -> new PoolProvider(pool, orders, ids::next, settings.answer()));
    }

    @Bean
    PoolKeys poolKeys(PoolProperties settings) {
        return new PoolKeys(settings.keys());
    }

    @Bean
    PoolHandler poolHandler(
            NodeProperties node,
            Pools pools,
            PoolProperties settings,
            LongSupplier nanos,
            ScheduledExecutorService timers,
            MeterRegistry meters) {
        var handler = new PoolHandler(node.nodeId(), pools, settings.maxLinks(), nanos, timers);
        Gauge.builder("gatehouse.instance.pool.links", handler, PoolHandler::size)
                .register(meters);
        return handler;
    }

    @Bean
    Turns poolTurns(Pools pools, PoolProperties settings, MeterRegistry meters) {
        var watch = new PoolWatch(pools, new MicrometerPoolMetrics(meters));
        return timers -> watch.start(timers, settings.rules());
    }
}
