package dev.gatehouse.proxy.token;

/// What a player token may be signed with: asymmetric ones only, so that whoever checks a token cannot make one.
public enum SigningAlgorithm {
    /// RSA with SHA-256. The cheapest to check.
    RS256,
    /// The curve P-256 with SHA-256.
    ES256,
    /// Ed25519.
    EDDSA
}
