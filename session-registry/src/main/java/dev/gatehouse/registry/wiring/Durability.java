package dev.gatehouse.registry.wiring;

/// What must have a player's journal before anything is acknowledged; `docs/guarantees.md` says what each is worth.
public enum Durability {
    /// Redis.
    LOCAL,
    /// Redis and one replica.
    REPLICATED
}
