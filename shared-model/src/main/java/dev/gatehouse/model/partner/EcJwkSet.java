package dev.gatehouse.model.partner;

import dev.gatehouse.model.schema.Member;
import java.util.List;

/// What `/.well-known/jwks.json` answers.
public record EcJwkSet(@Member(1) List<EcJwk> keys) {}
