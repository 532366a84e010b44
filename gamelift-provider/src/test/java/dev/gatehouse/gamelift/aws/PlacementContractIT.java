package dev.gatehouse.gamelift.aws;

import dev.gatehouse.providerkit.GameServerProviderContract;
import dev.gatehouse.providerkit.TestHost;
import java.io.IOException;

/// With a queue that places sessions.
class PlacementContractIT implements GameServerProviderContract {

    @Override
    public TestHost start() throws IOException {
        return new ScriptedGameLift("queue-1");
    }
}
