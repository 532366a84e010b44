package dev.gatehouse.proxy.wiring;

import dev.gatehouse.proxy.admission.Admission;
import dev.gatehouse.proxy.admission.AdmissionProperties;
import dev.gatehouse.proxy.admission.web.AdmissionGate;
import dev.gatehouse.proxy.connection.ConnectionProperties;
import dev.gatehouse.proxy.connection.web.ConnectGate;
import dev.gatehouse.proxy.connection.web.RequestDeadline;
import dev.gatehouse.proxy.forwarded.ClientAddresses;
import dev.gatehouse.proxy.forwarded.ForwardedProperties;
import dev.gatehouse.proxy.guest.web.GuestRoute;
import dev.gatehouse.proxy.refusal.web.HttpRefusals;
import dev.gatehouse.registry.connection.GameConnections;
import java.util.function.LongSupplier;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import reactor.netty.NettyPipeline;

/// How many may come, and how fast.
@Configuration(proxyBeanMethods = false)
class AdmissionConfiguration {

    @Bean
    Admission admission(AdmissionProperties limits, LongSupplier nanos, GameConnections connections) {
        return new Admission(limits, nanos, game -> Mono.fromCompletionStage(() -> connections.count(game)));
    }

    @Bean
    AdmissionGate admissionGate(ForwardedProperties forwarded, Admission admission, HttpRefusals refusals) {
        var doors = AdmissionGate.Doors.of(GuestRoute.PATH, ConnectGate.PATH);
        return new AdmissionGate(doors, new ClientAddresses(forwarded), admission, refusals);
    }

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> requestDeadline(ConnectionProperties limits) {
        var timeout = limits.handshake().requestTimeout();
        return factory ->
                factory.addServerCustomizers(server -> server.doOnChannelInit((_, channel, _) -> channel.pipeline()
                        .addAfter(NettyPipeline.HttpCodec, "gatehouse.deadline", new RequestDeadline(timeout))));
    }
}
