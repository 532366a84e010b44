package dev.gatehouse.client.device;

/// What a [Probe] has found.
public enum Reachability {
    /// The internet answers, so whatever fails is the game's server or the way to it.
    INTERNET,
    /// There is a network, and nothing behind it answers.
    NO_INTERNET,
    /// The device has no network at all.
    NO_NETWORK
}
