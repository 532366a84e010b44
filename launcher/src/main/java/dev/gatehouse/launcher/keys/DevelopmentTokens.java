package dev.gatehouse.launcher.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;

/// Signs tokens as the identity provider of a studio would.
public final class DevelopmentTokens {

    public static final String ISSUER = "gatehouse:development";
    public static final String PLAYERS = "gatehouse:players";
    public static final String OPERATORS = "gatehouse:operators";

    private static final String OPERATOR_SCOPES =
            "game-instances:read game-instances:write operations:write players:read players:write";

    private final RSAKey key;
    private final InstantSource time;
    private final Duration lifetime;

    /// @param lifetime how long each token is good
    public DevelopmentTokens(RSAKey key, InstantSource time, Duration lifetime) {
        this.key = key;
        this.time = time;
        this.lifetime = lifetime;
    }

    /// Lets its bearer in as this player of this game.
    public String player(GameId game, PlayerId player) {
        return signed(claims(PLAYERS, player.value()).claim("game_ids", List.of(game.value())));
    }

    /// Lets its bearer do what operators and the studio's backend may.
    public String operator() {
        return signed(claims(OPERATORS, "developer").claim("scope", OPERATOR_SCOPES));
    }

    private JWTClaimsSet.Builder claims(String audience, String subject) {
        var now = time.instant();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(audience)
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)));
    }

    private String signed(JWTClaimsSet.Builder claims) {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the development key cannot sign", e);
        }
        return token.serialize();
    }
}
