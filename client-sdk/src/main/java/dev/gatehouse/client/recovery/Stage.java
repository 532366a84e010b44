package dev.gatehouse.client.recovery;

/// How far a socket has got.
public enum Stage {
    /// Nothing has come from the server.
    SILENT,
    /// The server has said hello.
    GREETED,
    /// A session has started or resumed.
    IN_SESSION
}
