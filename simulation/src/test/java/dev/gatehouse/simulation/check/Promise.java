package dev.gatehouse.simulation.check;

/// What must hold, whatever happens.
public enum Promise {
    /// No action or event that was acknowledged is lost, and no membership.
    C1,
    /// No action is applied twice, and no event is said twice.
    C2,
    /// Actions and events keep their order, and a journal has no hole.
    C3,
    /// Owners follow each other, and none acknowledges after the end of its lease.
    C4,
    /// What a stale owner writes is refused.
    C5,
    /// A client hears everything once and in order, or is told that something is missing.
    C6,
    /// What is stored leads to the same model and checksum wherever it is replayed.
    C9,
    /// In the end both sides have equal models.
    EQUAL_MODELS,
    /// Once all is well again, everybody gets on.
    PROGRESS,
    /// Nobody hears an error that only a mistake of ours can cause.
    NO_MISTAKES
}
