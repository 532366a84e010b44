package dev.gatehouse.instance.allocation;

import dev.gatehouse.model.id.InstanceId;

/// Which instance has which of the hosts' servers: each at most one, for as long as an instance may be remembered.
/// Calls block.
public interface HostClaims {

    /// @param hostId what the provider's host calls the server
    /// @return whose it is: `candidate`, or who claimed it before
    InstanceId claim(String provider, String hostId, InstanceId candidate);
}
