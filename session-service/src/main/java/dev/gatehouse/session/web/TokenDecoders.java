package dev.gatehouse.session.web;

import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Collection;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Says which tokens are good: the services' by the shared key, the operators' by their issuer's public keys.
final class TokenDecoders {

    /// Takes the tokens that services mint for one audience.
    static ReactiveJwtDecoder service(byte[] key, String audience) {
        var decoder = NimbusReactiveJwtDecoder.withSecretKey(new SecretKeySpec(key, "HmacSHA256"))
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(), expires(), audience(audience)));
        return decoder;
    }

    /// Takes the operators' tokens; none, if no issuer is set.
    ///
    /// @throws IllegalArgumentException if the keys' file cannot be read
    static ReactiveJwtDecoder operators(OperatorProperties settings) {
        var issuer = settings.issuer();
        var jwks = settings.jwks();
        if (issuer == null || jwks == null) {
            return _ -> Mono.error(new BadJwtException("no issuer of operators' tokens is set"));
        }
        var decoder = jwks.startsWith("file:")
                ? fromFile(Path.of(URI.create(jwks)))
                : NimbusReactiveJwtDecoder.withJwkSetUri(jwks).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), expires(), new JwtIssuerValidator(issuer), audience(settings.audience())));
        return decoder;
    }

    private static NimbusReactiveJwtDecoder fromFile(Path file) {
        try {
            var keys = JWKSet.load(file.toFile());
            return NimbusReactiveJwtDecoder.withJwkSource(token ->
                            Flux.fromIterable(new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader())).select(keys)))
                    .build();
        } catch (IOException | ParseException e) {
            throw new IllegalArgumentException("gatehouse.operators.jwks: cannot be read: " + file, e);
        }
    }

    private static OAuth2TokenValidator<Jwt> expires() {
        return new JwtClaimValidator<Object>(JwtClaimNames.EXP, expiry -> expiry != null);
    }

    private static OAuth2TokenValidator<Jwt> audience(String expected) {
        return new JwtClaimValidator<Collection<String>>(
                JwtClaimNames.AUD, audience -> audience != null && audience.contains(expected));
    }

    private TokenDecoders() {}
}
