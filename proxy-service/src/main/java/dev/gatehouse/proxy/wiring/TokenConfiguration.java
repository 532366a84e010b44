package dev.gatehouse.proxy.wiring;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import dev.gatehouse.proxy.guest.GuestProperties;
import dev.gatehouse.proxy.guest.GuestTokens;
import dev.gatehouse.proxy.guest.Guests;
import dev.gatehouse.proxy.guest.jose.JoseGuestTokens;
import dev.gatehouse.proxy.guest.web.GuestRoute;
import dev.gatehouse.proxy.routing.LiveNodes;
import dev.gatehouse.proxy.token.CachedTokens;
import dev.gatehouse.proxy.token.TokenProperties;
import dev.gatehouse.proxy.token.TokenProperties.IssuerProperties;
import dev.gatehouse.proxy.token.Tokens;
import dev.gatehouse.proxy.token.jose.JoseTokens;
import dev.gatehouse.proxy.token.jose.KeySources;
import dev.gatehouse.proxy.token.jose.TrustedIssuer;
import dev.gatehouse.registry.guest.GuestAccounts;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.scheduler.Scheduler;

/// Player tokens: whose are taken, and guests' own.
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    private static final int REMEMBERED_TOKENS = 10_000;

    @Bean
    Tokens tokens(
            TokenProperties settings, ObjectProvider<JoseGuestTokens> guests, InstantSource time, Scheduler workers) {
        var issuers = new ArrayList<TrustedIssuer>();
        for (IssuerProperties issuer : settings.issuers()) {
            var keys = KeySources.open(issuer.jwks(), settings.fetchTimeout());
            issuers.add(new TrustedIssuer(issuer.issuer(), issuer.audience(), keys));
        }
        guests.ifAvailable(own -> {
            issuers.removeIf(issuer -> issuer.name().equals(GuestTokens.ISSUER));
            var keys = new ImmutableJWKSet<SecurityContext>(own.publicKeys());
            issuers.add(new TrustedIssuer(GuestTokens.ISSUER, GuestTokens.AUDIENCE, keys));
        });
        return new CachedTokens(new JoseTokens(issuers, settings.clockSkew(), time, workers), time, REMEMBERED_TOKENS);
    }

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
                    .build();
        }
    }
}
