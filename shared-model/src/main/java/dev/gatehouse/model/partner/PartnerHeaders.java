package dev.gatehouse.model.partner;

/// Where partners find the service, and where the two tokens travel: on every request and on the link's upgrade.
public final class PartnerHeaders {

    /// Carries the social token. The game token is the bearer token of `Authorization`.
    public static final String SOCIAL_TOKEN = "X-Gatehouse-Social-Token";

    /// The path of the link, from the partner URL on.
    public static final String LINK_PATH = "/partner/v1/link";

    /// The path of the HTTP form.
    public static final String RPC_PATH = "/partner/v1/rpc";

    /// The path of a pool server's link, from the partner URL on. Opened with the pool's key as bearer token.
    public static final String POOL_PATH = "/partner/v1/pool";

    /// The path of the public keys.
    public static final String KEYS_PATH = "/.well-known/jwks.json";

    private PartnerHeaders() {}
}
