package dev.gatehouse.proxy.routing;

/// Knows the live session-service nodes. Safe to use from any thread.
public interface LiveNodes {

    /// As of about a second ago; while the registry is away, as of when it was last there.
    NodeTable now();
}
