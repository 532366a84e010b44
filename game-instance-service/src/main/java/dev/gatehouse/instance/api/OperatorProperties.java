package dev.gatehouse.instance.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whose tokens let a backend or an operator in.
///
/// @param issuer what `iss` must be
/// @param jwks where the issuer's public keys are: a URL, or `file:` and a path
/// @param audience what `aud` must hold
@ConfigurationProperties("gatehouse.operators")
public record OperatorProperties(
        String issuer,
        String jwks,
        @DefaultValue("gatehouse:operators") String audience) {}
