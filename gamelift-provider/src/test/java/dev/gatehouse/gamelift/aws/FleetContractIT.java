package dev.gatehouse.gamelift.aws;

import dev.gatehouse.providerkit.GameServerProviderContract;
import dev.gatehouse.providerkit.TestHost;
import java.io.IOException;

/// With sessions that are created in a location of one Anywhere fleet.
class FleetContractIT implements GameServerProviderContract {

    @Override
    public TestHost start() throws IOException {
        return new ScriptedGameLift(null);
    }
}
