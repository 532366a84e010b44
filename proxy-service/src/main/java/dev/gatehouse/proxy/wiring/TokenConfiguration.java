package dev.gatehouse.proxy.wiring;

import com.nimbusds.jose.jwk.JWK;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.proxy.guest.GuestProperties;
import dev.gatehouse.proxy.guest.GuestTokens;
import dev.gatehouse.proxy.guest.Guests;
import dev.gatehouse.proxy.guest.jose.JoseGuestTokens;
import dev.gatehouse.proxy.guest.web.GuestRoute;
import dev.gatehouse.proxy.routing.LiveNodes;
import dev.gatehouse.proxy.token.CachedTokens;
import dev.gatehouse.proxy.token.IssuerKeys;
import dev.gatehouse.proxy.token.KeyRing;
import dev.gatehouse.proxy.token.TokenProperties;
import dev.gatehouse.proxy.token.TokenProperties.IssuerProperties;
import dev.gatehouse.proxy.token.Tokens;
import dev.gatehouse.proxy.token.jose.HttpFetch;
import dev.gatehouse.proxy.token.jose.JoseTokens;
import dev.gatehouse.proxy.token.jose.KeySources;
import dev.gatehouse.proxy.token.jose.TrustedIssuer;
import dev.gatehouse.proxy.token.jose.TrustedIssuer.Demands;
import dev.gatehouse.registry.guest.GuestAccounts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.scheduler.Scheduler;

/// Player tokens: whose are taken, and guests' own.
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    @Bean(destroyMethod = "close")
    HttpFetch keyFetch(TokenProperties settings) {
        var keys = settings.keys();
        return new HttpFetch(keys.fetchTimeout(), keys.maxSize().toBytes());
    }

    @Bean
    KeyRings keyRings(TokenProperties settings, HttpFetch http, LongSupplier nanos, Scheduler workers) {
        var sources = new KeySources(http);
        var world = new KeyRing.World(nanos, workers);
        var rings = new LinkedHashMap<String, KeyRing<JWK>>();
        for (var issuer : settings.issuers()) {
            var name = issuer.issuer();
            var place = issuer.jwks() == null ? sources.discoveredFrom(name) : sources.at(issuer.jwks());
            rings.put(name, new KeyRing<>(name, place, settings.keys(), world));
        }
        return new KeyRings(rings, settings.keys().refetchInterval());
    }

    @Bean
    KeyRefresh keyRefresh(KeyRings rings, Scheduler timers) {
        return new KeyRefresh(rings.all().values(), rings.interval(), timers);
    }

    @Bean
    Tokens tokens(
            TokenProperties settings,
            KeyRings rings,
            ObjectProvider<JoseGuestTokens> guests,
            InstantSource time,
            Scheduler workers) {
        var issuers = new ArrayList<TrustedIssuer>();
        for (var issuer : settings.issuers()) {
            var ring = Objects.requireNonNull(rings.all().get(issuer.issuer()));
            issuers.add(new TrustedIssuer(issuer.issuer(), demands(issuer), ring));
        }
        guests.ifAvailable(own -> {
            issuers.removeIf(issuer -> issuer.name().equals(GuestTokens.ISSUER));
            var keys = IssuerKeys.fixed(own.publicKeys().getKeys());
            issuers.add(new TrustedIssuer(GuestTokens.ISSUER, Demands.usual(GuestTokens.AUDIENCE), keys));
        });
        var checked = new JoseTokens(issuers, settings.clockSkew(), time, workers);
        return new CachedTokens(checked, time, settings.remembered());
    }

    private static Demands demands(IssuerProperties issuer) {
        var games = issuer.games().stream().map(GameId::new).collect(Collectors.toUnmodifiableSet());
        return new Demands(issuer.audience(), games.isEmpty() ? null : games, issuer.algorithms(), issuer.types());
    }

    /// The configured issuers' keys, by issuer.
    ///
    /// @param interval how often is looked whether some are old
    record KeyRings(Map<String, KeyRing<JWK>> all, Duration interval) {}

    /// Only where guests are enabled.
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("gatehouse.guests.enabled")
    static class GuestConfiguration {

        @Bean
        JoseGuestTokens guestTokens(GuestProperties settings) {
            return JoseGuestTokens.load(Objects.requireNonNull(settings.key()));
        }

        @Bean
        Guests.World guestWorld(InstantSource time, RandomGenerator random, Scheduler workers) {
            return new Guests.World(time, random, workers);
        }

        @Bean
        Guests guests(
                GuestAccounts accounts,
                GuestTokens tokens,
                LiveNodes live,
                GuestProperties settings,
                Guests.World world) {
            return new Guests(accounts, tokens, live, settings.tokenLifetime(), world);
        }

        @Bean
        RouterFunction<ServerResponse> guestRoute(Guests guests) {
            return RouterFunctions.route()
                    .POST(GuestRoute.PATH, new GuestRoute(guests))
                    .route(RequestPredicates.path(GuestRoute.PATH), GuestRoute::otherMethod)
                    .build();
        }
    }
}
