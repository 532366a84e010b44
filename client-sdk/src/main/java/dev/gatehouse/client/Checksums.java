package dev.gatehouse.client;

/// How often a client says what its model's checksum is.
public enum Checksums {
    /// After everything that goes to the server together.
    PER_FLUSH,
    /// After each action, too: finds the very step that goes another way on the server. For development and for load
    /// tests, because it hashes more.
    PER_STEP
}
