package dev.gatehouse.launcher.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.launcher.settings.Ports;
import dev.gatehouse.launcher.settings.Replicas;
import org.junit.jupiter.api.Test;

class AddressesTest {

    @Test
    void namesOneOfEach() {
        assertThat(new Addresses(new Ports(0), Replicas.SINGLE).lines())
                .containsExactly(
                        "everything is up; Ctrl-C stops it",
                        "  players     ws://127.0.0.1:8080/v1/connect, http://127.0.0.1:8080/v1/guests",
                        "  operators   http://127.0.0.1:8081/admin/v1/games/goldrush/rules",
                        "  backends    POST http://127.0.0.1:8082/v1/game-instances",
                        "  tokens      ./gatehouse token --game goldrush --player alice, ./gatehouse token --operator",
                        "  metrics     http://127.0.0.1:{9080,9081,9082}/actuator/prometheus");
    }

    @Test
    void namesEveryReplica() {
        assertThat(new Addresses(new Ports(1), new Replicas(2, 1)).lines())
                .contains(
                        "  players     ws://127.0.0.1:{8081,8181}/v1/connect, http://127.0.0.1:{8081,8181}/v1/guests",
                        "  metrics     http://127.0.0.1:{9081,9181,9082,9083}/actuator/prometheus");
    }
}
