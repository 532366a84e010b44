package dev.gatehouse.proxy.token.jose;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

/// One who may sign player tokens.
///
/// @param name what its tokens say in `iss`
/// @param audience what its tokens must say in `aud`
/// @param keys its public keys; asking may block while they are fetched
public record TrustedIssuer(String name, String audience, JWKSource<SecurityContext> keys) {}
