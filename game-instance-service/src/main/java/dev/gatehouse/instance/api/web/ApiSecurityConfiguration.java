package dev.gatehouse.instance.api.web;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import dev.gatehouse.instance.api.OperatorProperties;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/// Who may call the API: bearers of an operator token with the right scope.
@Configuration(proxyBeanMethods = false)
class ApiSecurityConfiguration {

    private static final List<SignatureAlgorithm> ALGORITHMS =
            List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256);

    @Bean
    @Order(1)
    SecurityFilterChain operators(HttpSecurity http, Refusals refusals) throws Exception {
        return http.securityMatcher("/v1/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(calls -> calls.requestMatchers(HttpMethod.GET, "/v1/game-instances/**")
                        .hasAuthority("SCOPE_game-instances:read")
                        .requestMatchers("/v1/game-instances/**")
                        .hasAuthority("SCOPE_game-instances:write")
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(_ -> {})
                        .authenticationEntryPoint(refusals::unauthenticated)
                        .accessDeniedHandler(refusals::forbidden))
                .build();
    }

    /// Everything else answers for itself: `/partner` has its own filter, keys and health are public.
    @Bean
    @Order(2)
    SecurityFilterChain others(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .build();
    }

    @Bean
    JwtDecoder operatorTokens(OperatorProperties operators) throws IOException, ParseException {
        var decoder = decoder(operators.jwks());
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(operators.issuer()),
                new JwtClaimValidator<Object>(JwtClaimNames.EXP, expiry -> expiry != null),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD,
                        audiences -> audiences != null && audiences.contains(operators.audience()))));
        return decoder;
    }

    private static NimbusJwtDecoder decoder(String jwks) throws IOException, ParseException {
        var location = URI.create(jwks);
        if ("file".equals(location.getScheme())) {
            var keys = JWKSet.parse(Files.readString(Path.of(location.getSchemeSpecificPart())));
            return NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<SecurityContext>(keys))
                    .jwsAlgorithms(allowed -> {
                        allowed.clear();
                        allowed.addAll(ALGORITHMS);
                    })
                    .build();
        }
        return NimbusJwtDecoder.withJwkSetUri(jwks)
                .jwsAlgorithms(allowed -> allowed.addAll(ALGORITHMS))
                .build();
    }
}
