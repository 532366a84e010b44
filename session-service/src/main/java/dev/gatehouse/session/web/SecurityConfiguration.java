package dev.gatehouse.session.web;

import dev.gatehouse.model.token.ServiceToken;
import dev.gatehouse.session.node.GatehouseProperties;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

/// Who may call what: proxies the link, services `/internal`, operators `/admin` as far as their scopes go. The
/// management port is open to whoever reaches it; everything else is shut.
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(OperatorProperties.class)
class SecurityConfiguration {

    private static final ServerAuthenticationEntryPoint UNAUTHENTICATED = (exchange, _) -> Replies.error(
            exchange.getResponse(),
            HttpStatus.UNAUTHORIZED,
            ApiError.of("unauthenticated", "A good bearer token is needed."));

    private static final ServerAccessDeniedHandler FORBIDDEN = (exchange, _) -> Replies.error(
            exchange.getResponse(), HttpStatus.FORBIDDEN, ApiError.of("forbidden", "The token lacks a scope."));

    @Bean
    @Order(1)
    SecurityWebFilterChain linkSecurity(ServerHttpSecurity http, GatehouseProperties settings) {
        var decoder = TokenDecoders.service(settings.key().bytes(), ServiceToken.LINK_AUDIENCE);
        return bearer(http, "/link", decoder, every -> every.anyExchange().authenticated());
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain internalSecurity(ServerHttpSecurity http, GatehouseProperties settings) {
        var decoder = TokenDecoders.service(settings.key().bytes(), ServiceToken.INTERNAL_AUDIENCE);
        return bearer(
                http, "/internal/**", decoder, every -> every.anyExchange().authenticated());
    }

    @Bean
    @Order(3)
    SecurityWebFilterChain adminSecurity(ServerHttpSecurity http, OperatorProperties settings) {
        return bearer(
                http,
                "/admin/**",
                TokenDecoders.operators(settings),
                every -> every.pathMatchers(HttpMethod.GET, "/admin/v1/games/*/rules")
                        .hasAnyAuthority("SCOPE_players:read", "SCOPE_operations:write")
                        .pathMatchers(HttpMethod.GET)
                        .hasAuthority("SCOPE_players:read")
                        .pathMatchers("/admin/v1/games/*/players/**")
                        .hasAuthority("SCOPE_players:write")
                        .anyExchange()
                        .hasAuthority("SCOPE_operations:write"));
    }

    @Bean
    @Order(4)
    SecurityWebFilterChain otherSecurity(ServerHttpSecurity http) {
        return stateless(http)
                .authorizeExchange(every -> every.pathMatchers("/actuator/**", "/livez", "/readyz")
                        .permitAll()
                        .anyExchange()
                        .denyAll())
                .build();
    }

    private static SecurityWebFilterChain bearer(
            ServerHttpSecurity http, String path, ReactiveJwtDecoder decoder, Consumer<AuthorizeExchangeSpec> rules) {
        return stateless(http)
                .securityMatcher(ServerWebExchangeMatchers.pathMatchers(path))
                .authorizeExchange(rules::accept)
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtDecoder(decoder))
                        .authenticationEntryPoint(UNAUTHENTICATED)
                        .accessDeniedHandler(FORBIDDEN))
                .build();
    }

    /// Bearer tokens come with every request: there is no session to keep, and so no request to forge. Nor is there
    /// a request to remember: looking for one changes threads, and a link that is upgraded off its event loop can
    /// lose the proxy's first frame.
    private static ServerHttpSecurity stateless(ServerHttpSecurity http) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(UNAUTHENTICATED).accessDeniedHandler(FORBIDDEN));
    }
}
