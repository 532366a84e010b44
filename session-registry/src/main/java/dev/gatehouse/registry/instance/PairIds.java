package dev.gatehouse.registry.instance;

import dev.gatehouse.model.schema.Member;

/// Which pair of partner tokens, by the `jti` of each.
public record PairIds(@Member(1) String game, @Member(2) String social) {}
