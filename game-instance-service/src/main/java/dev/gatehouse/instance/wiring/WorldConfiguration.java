package dev.gatehouse.instance.wiring;

import dev.gatehouse.instance.wiring.Running.Turns;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Real time, real chance, real threads.
@Configuration(proxyBeanMethods = false)
class WorldConfiguration {

    private static final int ID_BYTES = 16;

    /// Threads for [NodeConfiguration#nodeLife], and for sockets.
    private static final int ANNOUNCING = 1;
    private static final int CLOSING = 2;

    /// Makes ids that nobody can guess.
    interface RandomIds {
        String next();
    }

    @Bean
    InstantSource time() {
        return InstantSource.system();
    }

    /// Monotonic, for whatever is waited for: a clock that is set ends nothing.
    @Bean
    LongSupplier nanos() {
        return System::nanoTime;
    }

    @Bean
    RandomIds randomIds() {
        var random = new SecureRandom();
        return () -> {
            byte[] bytes = new byte[ID_BYTES];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        };
    }

    /// A thread for each of what is done over and over, this node's announcement included, and some for sockets that
    /// are closed in time: what waits for a disk, a peer or the registry must not hold up the others.
    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService timers(ListableBeanFactory beans) {
        int turns = beans.getBeanNamesForType(Turns.class, false, false).length;
        return Executors.newScheduledThreadPool(
                turns + ANNOUNCING + CLOSING,
                Thread.ofPlatform().daemon().name("timers-", 1).factory());
    }

    /// For what goes on after its caller has been answered. As many at a time as there are instances being made
    /// or ended.
    @Bean(destroyMethod = "shutdownNow")
    ExecutorService background() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("background-", 1).factory());
    }
}
