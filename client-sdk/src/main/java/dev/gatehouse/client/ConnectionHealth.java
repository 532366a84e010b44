package dev.gatehouse.client;

/// How a session's connection does, for an indicator on the screen. A value to look at now and then:
/// it changes while nothing is told.
public enum ConnectionHealth {
    /// There is no session.
    NOT_CONNECTED,
    /// The server answers in time.
    HEALTHY,
    /// The session runs, but its socket is gone or the server is late with an answer. It may recover
    /// by itself.
    UNHEALTHY
}
