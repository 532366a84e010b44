package dev.gatehouse.instance.token;

import dev.gatehouse.model.partner.PartnerSigningKey;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// Tokens for tests, signed with one new key.
public final class TestTokens {

    public static final String ISSUER = "gatehouse:game-instances";
    public static final Duration PAIR_LIFETIME = Duration.ofHours(1);

    public static PartnerTokens withIds(Supplier<String> ids) {
        return of(PartnerSigningKey.generate(), ISSUER, ids);
    }

    static PartnerTokens of(PartnerSigningKey key, String issuer, Supplier<String> ids) {
        var rules = new SigningKeys.Rules(issuer, Duration.ofMinutes(10), PAIR_LIFETIME);
        var keys = SigningKeys.of(List.of(key), rules);
        return new PartnerTokens(() -> keys, PAIR_LIFETIME, ids);
    }

    private TestTokens() {}
}
