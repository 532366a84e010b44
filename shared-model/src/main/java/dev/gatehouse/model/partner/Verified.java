package dev.gatehouse.model.partner;

/// What became of a token that was checked.
public sealed interface Verified {

    record Accepted(PartnerClaims claims) implements Verified {}

    record Refused(Reason reason) implements Verified {}

    /// Why a token is not good, in the order of the checks.
    enum Reason {
        /// Not three parts of base64url JSON with what must be in it.
        MALFORMED,
        /// Meant for something else, or signed in a way that is not taken.
        WRONG_TYPE,
        UNKNOWN_KEY,
        BAD_SIGNATURE,
        WRONG_ISSUER,
        WRONG_AUDIENCE,
        NOT_YET_VALID,
        EXPIRED
    }
}
