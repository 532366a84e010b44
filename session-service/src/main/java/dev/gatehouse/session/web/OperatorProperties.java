package dev.gatehouse.session.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whose tokens operators show. Without an issuer nobody is an operator.
///
/// @param issuer the tokens' `iss`
/// @param jwks where the issuer's public keys are: an `https:`, `http:` or `file:` URL
/// @param audience the tokens' `aud`
@ConfigurationProperties("gatehouse.operators")
public record OperatorProperties(
        @Nullable String issuer,
        @Nullable String jwks,
        @DefaultValue("gatehouse:operators") String audience) {

    public OperatorProperties {
        if ((issuer == null) != (jwks == null)) {
            throw new IllegalArgumentException("operators: only one of issuer and jwks (expected: both or none)");
        }
    }
}
