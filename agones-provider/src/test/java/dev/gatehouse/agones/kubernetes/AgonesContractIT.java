package dev.gatehouse.agones.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.Answer.Given;
import dev.gatehouse.provider.Answer.NoServer;
import dev.gatehouse.provider.ServerEnvironment;
import dev.gatehouse.providerkit.GameServerProviderContract;
import dev.gatehouse.providerkit.TestHost;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AgonesContractIT implements GameServerProviderContract {

    private static final ServerId SERVER = new ServerId("gs-1");
    private static final InstanceId INSTANCE = new InstanceId("gi-1");

    @Override
    public TestHost start() throws IOException {
        return new ScriptedCluster();
    }

    @Test
    void asksAgainWhereOthersWereQuicker() throws Exception {
        try (var cluster = new ScriptedCluster()) {
            cluster.letOthersBeQuicker(2);

            assertThat(cluster.provider().allocate(allocation())).isInstanceOf(Given.class);
        }
    }

    @Test
    void givesUpWhereOthersAreAlwaysQuicker() throws Exception {
        try (var cluster = new ScriptedCluster()) {
            cluster.letOthersBeQuicker(3);

            assertThat(cluster.provider().allocate(allocation()))
                    .isEqualTo(new NoServer("others were quicker 3 times"));
            assertThat(cluster.running()).isEmpty();
        }
    }

    private static Allocation allocation() {
        var environment = new ServerEnvironment(
                URI.create("ws://127.0.0.1:8082"), "social-secret", "game-secret", INSTANCE, SERVER);
        return new Allocation(
                SERVER, INSTANCE, new GameId("goldrush"), null, Duration.ofSeconds(10), () -> environment);
    }
}
