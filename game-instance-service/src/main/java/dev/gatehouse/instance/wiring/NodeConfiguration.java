package dev.gatehouse.instance.wiring;

import dev.gatehouse.registry.node.Announcement;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.registry.wiring.NodeLife;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// This node as others know it.
@Configuration(proxyBeanMethods = false)
class NodeConfiguration {

    /// How long others count this node as live after it falls silent.
    private static final Duration ANNOUNCED_FOR = Duration.ofSeconds(10);

    /// Where other nodes reach this one.
    interface OwnAddress extends Supplier<String> {}

    @Bean
    OwnAddress ownAddress(InstanceProperties settings, ServletWebServerApplicationContext context) {
        var set = settings.httpUrl();
        return () -> set == null ? "http://127.0.0.1:" + port(context) : set;
    }

    @Bean
    NodeLife nodeLife(
            NodeDirectory directory, ScheduledExecutorService timers, NodeProperties node, OwnAddress address) {
        return new NodeLife(
                new Announcement(directory, timers, ANNOUNCED_FOR),
                () -> new NodeRecord(node.nodeId(), NodeRole.INSTANCE, "", address.get(), List.of()));
    }

    /// The one that all services share.
    @Bean
    SecretKey serviceKey(NodeProperties node) {
        return new SecretKeySpec(node.key(), "HmacSHA256");
    }

    private static int port(ServletWebServerApplicationContext context) {
        return Objects.requireNonNull(context.getWebServer(), "no web server").getPort();
    }
}
