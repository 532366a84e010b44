package dev.gatehouse.proxy.device;

/// Why a game's policy was not heard.
public enum PolicyFailure {
    /// It did not answer in time.
    TIMEOUT,
    /// It could not be asked, or asking failed.
    UNREACHABLE
}
