package dev.gatehouse.instance.allocation.redis;

import static dev.gatehouse.registry.RegistryAnswers.await;

import dev.gatehouse.instance.allocation.HostClaims;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.instance.GameInstances;

/// The registry's claims as a port that blocks.
public final class RegistryHostClaims implements HostClaims {

    private final GameInstances instances;

    public RegistryHostClaims(GameInstances instances) {
        this.instances = instances;
    }

    @Override
    public InstanceId claim(String provider, String hostId, InstanceId candidate) {
        return await(instances.claimHost(provider, hostId, candidate));
    }
}
