package dev.gatehouse.instance.wiring;

import dev.gatehouse.instance.life.Deadlines;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.InstanceStore;
import dev.gatehouse.instance.partner.Admission;
import dev.gatehouse.instance.partner.LinkMetrics;
import dev.gatehouse.instance.partner.LinkRequests;
import dev.gatehouse.instance.partner.LinkWatch;
import dev.gatehouse.instance.partner.LiveServers;
import dev.gatehouse.instance.partner.PairRenewal;
import dev.gatehouse.instance.partner.PartnerRequests;
import dev.gatehouse.instance.partner.ServerCreations;
import dev.gatehouse.instance.partner.ServerLinks;
import dev.gatehouse.instance.partner.metrics.MicrometerLinkMetrics;
import dev.gatehouse.instance.partner.web.LinkHandler;
import dev.gatehouse.instance.partner.web.LinkSockets;
import dev.gatehouse.instance.players.PlayerLine;
import dev.gatehouse.instance.rules.InstanceDesk;
import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.instance.wiring.Running.Turns;
import dev.gatehouse.registry.instance.GameInstances.Stored;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The game servers' link.
@Configuration(proxyBeanMethods = false)
class PartnerConfiguration {

    @Bean
    LinkSockets linkSockets(InstanceStore store, MeterRegistry meters) {
        var sockets = new LinkSockets(instance -> store.load(instance).map(Stored::link));
        Gauge.builder("gatehouse.instance.linked.servers", sockets, LinkSockets::size)
                .register(meters);
        return sockets;
    }

    @Bean
    LinkMetrics linkMetrics(MeterRegistry meters) {
        return new MicrometerLinkMetrics(meters);
    }

    @Bean
    Admission admission(InstanceStore store, InstantSource time) {
        return new Admission(store, time);
    }

    @Bean
    LinkRequests linkRequests(
            Admission admission,
            ServerLinks links,
            InstanceLife life,
            PartnerTokens tokens,
            Deadlines deadlines,
            InstantSource time) {
        return new LinkRequests(admission, links, life, tokens, deadlines, time);
    }

    @Bean
    ServerCreations serverCreations(InstanceDesk desk, PartnerTokens tokens, InstantSource time) {
        return new ServerCreations(desk, tokens, time);
    }

    @Bean
    PartnerRequests partnerRequests(
            Admission admission,
            LinkRequests links,
            ServerCreations creations,
            InstanceDesk desk,
            InstanceLife life,
            PlayerLine players,
            LinkMetrics metrics) {
        return new PartnerRequests(admission, links, creations, desk, life, players, metrics);
    }

    @Bean
    PairRenewal pairRenewal(InstanceLife life, PartnerTokens tokens, LinkMetrics metrics, InstantSource time) {
        return new PairRenewal(life, tokens, metrics, time);
    }

    @Bean
    Turns linkTurns(
            LiveServers servers,
            InstanceStore store,
            PairRenewal renewal,
            LinkMetrics metrics,
            Deadlines deadlines,
            InstantSource time,
            ExecutorService background,
            TokenProperties settings) {
        var watch = new LinkWatch(servers, store, renewal, metrics, deadlines, time, background);
        return timers -> watch.start(timers, settings.linksEvery());
    }

    @Bean
    LinkHandler linkHandler(
            NodeProperties node,
            PartnerRequests requests,
            LinkSockets linked,
            ServerLinks links,
            ExecutorService background,
            ScheduledExecutorService timers,
            Deadlines deadlines) {
        return new LinkHandler(node.nodeId(), requests, linked, links, background, timers, deadlines.silence());
    }
}
