package dev.gatehouse.proxy.wiring;

import dev.gatehouse.proxy.admission.Admission;
import dev.gatehouse.proxy.device.DevicePolicy;
import dev.gatehouse.proxy.device.DeviceProperties;
import dev.gatehouse.proxy.device.Devices;
import dev.gatehouse.proxy.device.PolicyFailures;
import dev.gatehouse.proxy.device.metrics.MeteredPolicyFailures;
import dev.gatehouse.proxy.handshake.Handshake;
import dev.gatehouse.proxy.registration.Registrations;
import dev.gatehouse.proxy.routing.LiveNodes;
import dev.gatehouse.proxy.routing.Router;
import dev.gatehouse.proxy.token.Tokens;
import dev.gatehouse.registry.connection.GameConnections;
import dev.gatehouse.registry.device.DeviceClaims;
import dev.gatehouse.registry.operations.Operations;
import dev.gatehouse.registry.operations.RulesBook;
import dev.gatehouse.registry.operations.Standings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;

/// The checks between hello and session.
@Configuration(proxyBeanMethods = false)
class HandshakeConfiguration {

    @Bean
    Devices devices(DeviceClaims claims, DeviceProperties limits) {
        return RegistryPorts.devices(claims, limits);
    }

    @Bean
    Registrations registrations(GameConnections connections, NodeProperties self, DeviceProperties limits) {
        return RegistryPorts.registrations(connections, self.id(), limits.claimTtl());
    }

    @Bean
    PolicyFailures policyFailures(MeterRegistry meters) {
        return new MeteredPolicyFailures(meters);
    }

    @Bean
    DevicePolicy.Place place(NodeProperties self, Scheduler timers) {
        return new DevicePolicy.Place(self.id(), timers);
    }

    @Bean
    DevicePolicy devicePolicy(
            Devices devices,
            Router router,
            DeviceProperties limits,
            PolicyFailures failures,
            DevicePolicy.Place place) {
        return new DevicePolicy(devices, router, limits, failures, place);
    }

    @Bean
    RulesBook rulesBook(Operations operations) {
        return new RulesBook(operations::rules);
    }

    @Bean
    Handshake.Operators operators(RulesBook rules, Standings standings, InstantSource time) {
        return new Handshake.Operators(rules, RegistryPorts.standings(standings), time);
    }

    @Bean
    Handshake.Destination destination(DevicePolicy devices, Registrations registrations, Router router) {
        return new Handshake.Destination(devices, registrations, router);
    }

    @Bean
    Handshake handshake(
            Tokens tokens,
            LiveNodes live,
            Handshake.Operators operators,
            Admission admission,
            Handshake.Destination destination) {
        return new Handshake(tokens, live, operators, admission, destination);
    }
}
