package dev.gatehouse.model.partner;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.schema.Member;

/// What a partner token or a ticket says. The component names are the claims' names.
///
/// @param iss who signed it: the game-instance-service
/// @param aud the audience of its [PartnerTokenType]
/// @param sub the server's id; in a ticket the player's
/// @param gid the game
/// @param gi the instance
/// @param jti this token's own id
/// @param iat seconds since 1970 when it was signed
/// @param nbf seconds since 1970 from which on it is good
/// @param exp seconds since 1970 from which on it is no longer good
public record PartnerClaims(
        @Member(1) String iss,
        @Member(2) String aud,
        @Member(3) String sub,
        @Member(4) GameId gid,
        @Member(5) InstanceId gi,
        @Member(6) String jti,
        @Member(7) long iat,
        @Member(8) long nbf,
        @Member(9) long exp) {

    /// At most this many characters in each of the texts.
    private static final int MAX_LENGTH = 256;

    public PartnerClaims {
        Limits.length("iss", iss, MAX_LENGTH);
        Limits.length("aud", aud, MAX_LENGTH);
        Limits.length("sub", sub, MAX_LENGTH);
        Limits.length("jti", jti, MAX_LENGTH);
        if (iat < 0 || nbf < 0 || exp <= iat || exp <= nbf) {
            throw new IllegalArgumentException(
                    "exp: " + exp + " (expected: after iat " + iat + " and nbf " + nbf + ")");
        }
    }
}
