package dev.gatehouse.model.partner;

import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import org.jspecify.annotations.Nullable;

/// The header of a signed token (RFC 7515).
///
/// @param crit names extensions that a reader must know; this one knows none
public record JoseHeader(
        @Member(1) String alg,
        @Member(2) String typ,
        @Member(3) String kid,
        @Member(4) @Nullable JsonText crit) {}
