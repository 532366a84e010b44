package dev.gatehouse.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServicePlansTest {

    private static final ServicePlans PLANS = new ServicePlans(
            new Ports(100),
            new Folders(Path.of("/checkout"), Path.of("/checkout/.gatehouse")),
            "c2VjcmV0",
            List.of(Path.of("/checkout/goldrush.jar")),
            List.of("java", "-cp", "/my jars/*", "-Da=/ada's", "Dedicated"));

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
    void tellsOthersWhereSessionServiceIs() {
        assertThat(plan(ServicePlans.SESSION).environment())
                .containsEntry("GATEHOUSE_SESSION_LINKURL", "ws://127.0.0.1:8181/link")
                .containsEntry("GATEHOUSE_SESSION_HTTPURL", "http://127.0.0.1:8181");
    }

    @Test
    void givesTheGameToSessionServiceOnly() {
        assertThat(plan(ServicePlans.SESSION).extraClassPath()).containsExactly(Path.of("/checkout/goldrush.jar"));
        assertThat(plan(ServicePlans.PROXY).extraClassPath()).isEmpty();
    }

    @Test
    void saysHowToRunAGameServer() {
        assertThat(plan(ServicePlans.INSTANCE).environment())
                .containsEntry(
                        "GATEHOUSE_INSTANCES_PROVIDER_LOCALPROCESS_COMMAND",
                        "java -cp \"/my jars/*\" \"-Da=/ada's\" Dedicated")
                .containsEntry("GATEHOUSE_INSTANCES_PROVIDER_LOCALPROCESS_RUNDIRECTORY", "/checkout/.gatehouse/run");
    }

    @Test
    void keepsTheServiceKeyOutOfLogs() {
        assertThat(plan(ServicePlans.PROXY).environment()).containsEntry("GATEHOUSE_SERVICEKEY", "c2VjcmV0");
        assertThat(plan(ServicePlans.PROXY).toString()).doesNotContain("c2VjcmV0");
        assertThat(PLANS.toString()).doesNotContain("c2VjcmV0");
    }

    private static ServicePlan plan(String name) {
        return PLANS.all().stream()
                .filter(plan -> plan.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
