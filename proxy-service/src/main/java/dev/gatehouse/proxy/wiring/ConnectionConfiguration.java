package dev.gatehouse.proxy.wiring;

import dev.gatehouse.proxy.admission.Admission;
import dev.gatehouse.proxy.connection.ConnectionProperties;
import dev.gatehouse.proxy.connection.Origins;
import dev.gatehouse.proxy.connection.ServerGreeting;
import dev.gatehouse.proxy.connection.metrics.ConnectionMeters;
import dev.gatehouse.proxy.connection.web.ClientSocketHandler;
import dev.gatehouse.proxy.connection.web.ClientUpgrade;
import dev.gatehouse.proxy.connection.web.ConnectGate;
import dev.gatehouse.proxy.connection.web.LiveSockets;
import dev.gatehouse.proxy.connection.web.Reception;
import dev.gatehouse.proxy.drain.DrainProperties;
import dev.gatehouse.proxy.handshake.Forecast;
import dev.gatehouse.proxy.handshake.Handshake;
import dev.gatehouse.proxy.refusal.web.FailureReplies;
import dev.gatehouse.proxy.refusal.web.HttpRefusals;
import dev.gatehouse.proxy.routing.LiveNodes;
import dev.gatehouse.proxy.routing.Reattachment;
import dev.gatehouse.proxy.token.Tokens;
import dev.gatehouse.registry.operations.RulesBook;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/// Clients' sockets.
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    private static final int BEFORE_OTHER_MAPPINGS = -1;

    @Bean
    LiveSockets liveSockets(DrainProperties limits, RandomGenerator random, Scheduler timers, MeterRegistry meters) {
        var sockets = new LiveSockets(limits, random, timers);
        Gauge.builder("gatehouse.proxy.connections", sockets, LiveSockets::count)
                .register(meters);
        return sockets;
    }

    @Bean
    Forecast forecast(LiveNodes live, RulesBook rules, InstantSource time) {
        return new Forecast(live, rules, time);
    }

    @Bean
    ServerGreeting serverGreeting(
            ConnectionProperties limits, InstantSource time, RandomGenerator random, Forecast forecast) {
        return new ServerGreeting(limits, time, random, forecast::forEverybody);
    }

    @Bean
    ConnectionMeters connectionMeters(MeterRegistry meters) {
        return new ConnectionMeters(meters);
    }

    @Bean
    Reception reception(
            ConnectionProperties limits,
            ServerGreeting greeting,
            Handshake handshake,
            Reattachment reattachment,
            ConnectionMeters meters,
            Scheduler timers) {
        return new Reception(limits, greeting, handshake, reattachment, meters, timers);
    }

    @Bean
    HttpRefusals httpRefusals(JsonMapper json) {
        return new HttpRefusals(json);
    }

    // Before Boot's own, which answers in another shape.
    @Bean
    @Order(-2)
    WebExceptionHandler failureReplies(HttpRefusals refusals) {
        return new FailureReplies(refusals);
    }

    @Bean
    ConnectGate connectGate(ConnectionProperties limits, Tokens tokens, LiveSockets live, HttpRefusals refusals) {
        return new ConnectGate(new Origins(limits.allowedOrigins(), limits.originRequired()), tokens, live, refusals);
    }

    @Bean
    HandlerMapping clientSockets(Reception reception, LiveSockets live, Admission admission) {
        var handler = new ClientSocketHandler(reception, live, admission::frames);
        return new SimpleUrlHandlerMapping(Map.of(ConnectGate.PATH, handler), BEFORE_OTHER_MAPPINGS);
    }

    @Bean
    WebFluxConfigurer clientUpgrade(ConnectionProperties limits) {
        return new WebFluxConfigurer() {
            @Override
            public WebSocketService getWebSocketService() {
                return new HandshakeWebSocketService(new ClientUpgrade(limits));
            }
        };
    }
}
