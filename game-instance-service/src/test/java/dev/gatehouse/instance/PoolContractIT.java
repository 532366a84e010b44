package dev.gatehouse.instance;

import dev.gatehouse.instance.pool.Pools;
import dev.gatehouse.providerkit.GameServerProviderContract;
import dev.gatehouse.providerkit.TestHost;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The provider at the node that the pool servers have joined.
class PoolContractIT implements GameServerProviderContract {

    @RegisterExtension
    static final SharedService SHARED = new SharedService();

    @Override
    public TestHost start() {
        var provider = SHARED.get().bean(Pools.class).providers().getFirst();
        return new PoolHost(SHARED.get(), provider, null);
    }
}
