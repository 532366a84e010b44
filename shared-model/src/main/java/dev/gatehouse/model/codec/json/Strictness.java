package dev.gatehouse.model.codec.json;

/// What reading makes of a record whose members are not those that were declared.
enum Strictness {
    /// Skips a member that it does not know; one that is missing has its type's absent value.
    LENIENT,
    /// Refuses a member that it does not know.
    KNOWN,
    /// And misses one that may not be absent.
    COMPLETE
}
