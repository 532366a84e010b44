package dev.gatehouse.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServicePlansTest {

    private static final ServicePlans PLANS = new ServicePlans(
            new Ports(100),
            new Folders(Path.of("/checkout"), Path.of("/checkout/.gatehouse")),
            Replicas.SINGLE,
            "c2VjcmV0",
            List.of(Path.of("/checkout/goldrush.jar")),
            List.of("java", "-cp", "/my jars/*", "-Da=/ada's", "Dedicated"),
            List.of(Path.of("/my/racks.jar"), Path.of("/my/client.jar")));

    @Test
    void movesEveryPort() {
        assertThat(PLANS.all()).extracting(ServicePlan::port).containsExactly(8181, 8180, 8182);
        assertThat(PLANS.all()).extracting(ServicePlan::managementPort).containsExactly(9181, 9180, 9182);
        assertThat(PLANS.all())
                .allSatisfy(plan -> assertThat(plan.environment())
                        .containsEntry("SPRING_DATA_REDIS_PORT", "6490")
                        .containsEntry("SERVER_PORT", Integer.toString(plan.port()))
                        .containsEntry("MANAGEMENT_SERVER_PORT", Integer.toString(plan.managementPort())));
    }

    @Test
    void placesReplicasAHundredPortsApart() {
        var plans = new ServicePlans(
                new Ports(0),
                PLANS.folders(),
                new Replicas(2, 3),
                PLANS.serviceKey(),
                PLANS.game(),
                List.of("java"),
                List.of());

        assertThat(plans.all())
                .extracting(ServicePlan::name, ServicePlan::port, ServicePlan::managementPort)
                .containsExactly(
                        tuple("session-1", 8081, 9081),
                        tuple("session-2", 8181, 9181),
                        tuple("session-3", 8281, 9281),
                        tuple("proxy-1", 8080, 9080),
                        tuple("proxy-2", 8180, 9180),
                        tuple("game-instance-1", 8082, 9082));
        assertThat(plans.all().get(1).environment())
                .containsEntry("GATEHOUSE_NODE_ID", "session-2")
                .containsEntry("GATEHOUSE_SESSION_LINKURL", "ws://127.0.0.1:8181/link");
    }

    @Test
    void hurriesOnlyWhatHasNobodyToTakeOver() {
        var plans = new ServicePlans(
                new Ports(0),
                PLANS.folders(),
                new Replicas(2, 2),
                PLANS.serviceKey(),
                PLANS.game(),
                List.of("java"),
                List.of());

        assertThat(PLANS.all())
                .allSatisfy(plan ->
                        assertThat(plan.environment()).containsEntry("SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE", "3s"));
        assertThat(plans.all())
                .filteredOn(plan -> plan.environment().containsKey("SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE"))
                .extracting(ServicePlan::name)
                .containsExactly("game-instance-1");
        assertThat(plans.all()).noneMatch(plan -> plan.environment().containsKey("GATEHOUSE_PROXY_DRAIN_WINDOW"));
    }

    @Test
    void keepsTheMostReplicasApart() {
        var plans = new ServicePlans(
                new Ports(0),
                PLANS.folders(),
                new Replicas(9, 9),
                PLANS.serviceKey(),
                PLANS.game(),
                List.of("java"),
                List.of());

        assertThat(plans.all().stream().flatMap(plan -> Stream.of(plan.port(), plan.managementPort())))
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsOthersWhereSessionServiceIs() {
        assertThat(plan("session-1").environment())
                .containsEntry("GATEHOUSE_SESSION_LINKURL", "ws://127.0.0.1:8181/link")
                .containsEntry("GATEHOUSE_SESSION_HTTPURL", "http://127.0.0.1:8181");
    }

    @Test
    void givesTheGameToSessionServiceOnly() {
        assertThat(plan("session-1").extraClassPath()).containsExactly(Path.of("/checkout/goldrush.jar"));
        assertThat(plan("proxy-1").extraClassPath()).isEmpty();
    }

    @Test
    void givesProvidersToGameInstanceServiceOnly() {
        assertThat(plan("game-instance-1").extraClassPath())
                .containsExactly(Path.of("/my/racks.jar"), Path.of("/my/client.jar"));
        assertThat(plan("session-1").extraClassPath()).doesNotContain(Path.of("/my/racks.jar"));
        assertThat(plan("proxy-1").extraClassPath()).isEmpty();
    }

    @Test
    void saysHowToRunAGameServer() {
        assertThat(plan("game-instance-1").environment())
                .containsEntry(
                        "GATEHOUSE_INSTANCES_PROVIDER_LOCALPROCESS_COMMAND",
                        "java -cp \"/my jars/*\" \"-Da=/ada's\" Dedicated")
                .containsEntry("GATEHOUSE_INSTANCES_PROVIDER_LOCALPROCESS_RUNDIRECTORY", "/checkout/.gatehouse/run");
    }

    @Test
    void keepsTheServiceKeyOutOfLogs() {
        assertThat(plan("proxy-1").environment()).containsEntry("GATEHOUSE_SERVICEKEY", "c2VjcmV0");
        assertThat(plan("proxy-1").toString()).doesNotContain("c2VjcmV0");
        assertThat(PLANS.toString()).doesNotContain("c2VjcmV0");
    }

    private static ServicePlan plan(String name) {
        return PLANS.all().stream()
                .filter(plan -> plan.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void placesAServiceBehindALine() {
        var plan = PLANS.behindALine(Duration.ofSeconds(10), Duration.ofSeconds(1), 10);

        assertThat(plan.module()).isEqualTo("game-instance-service");
        assertThat(plan.environment())
                .containsEntry("GATEHOUSE_INSTANCES_PARTNERURL", "ws://127.0.0.1:8183")
                .containsEntry("GATEHOUSE_INSTANCES_LINK", "10000ms")
                .containsEntry("GATEHOUSE_INSTANCES_TOKENS_PAIRLIFETIME", "24000ms")
                .containsEntry("GATEHOUSE_INSTANCES_KEEPALIVE", "1000ms")
                .containsEntry("GATEHOUSE_INSTANCES_KEEPALIVEMISSES", "10");
    }
}
