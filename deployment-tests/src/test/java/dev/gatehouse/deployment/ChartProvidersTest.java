package dev.gatehouse.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the chart does for providers of game servers.
class ChartProvidersTest {

    @Test
    void letsTheServiceTakeAndDeleteGameServersWhereItIsToldTo() throws IOException {
        assertThat(Chart.ofType(Role.class, Chart.render(Map.of()))).isEmpty();

        var manifests =
                Chart.render(Map.of("gameInstance.agones.enabled", true, "gameInstance.agones.namespace", "servers"));
        var role = Chart.ofType(Role.class, manifests).getFirst();
        var binding = Chart.ofType(RoleBinding.class, manifests).getFirst();
        var settings = KnownSettings.of("game-instance-service");
        var data = Chart.named(ConfigMap.class, "game-instance", manifests).getData();

        assertThat(manifests)
                .allSatisfy(manifest -> assertThat(UnknownMembers.of(manifest)).isEmpty());
        assertThat(role.getMetadata().getNamespace()).isEqualTo("servers");
        assertThat(role.getRules())
                .extracting(rule -> rule.getResources() + " " + rule.getVerbs())
                .containsExactly("[gameserverallocations] [create]", "[gameservers] [list, delete]");
        assertThat(binding.getSubjects())
                .extracting(subject -> subject.getNamespace() + " " + subject.getName())
                .containsExactly("games play-game-instance");
        assertThat(data)
                .containsEntry("GATEHOUSE_AGONES_ENABLED", "true")
                .containsEntry("GATEHOUSE_AGONES_NAMESPACE", "servers")
                .containsEntry("GATEHOUSE_INSTANCES_DEFAULTPROVIDER", "agones");
        assertThat(data.keySet()).allMatch(settings::knows);
        assertThat(Chart.ofType(Deployment.class, manifests))
                .filteredOn(deployment ->
                        deployment.getSpec().getTemplate().getSpec().getAutomountServiceAccountToken())
                .extracting(deployment -> deployment.getMetadata().getName())
                .containsExactly("play-game-instance");
    }

    @Test
    void takesFurtherSecretSettingsFromTheSecret() throws IOException {
        var manifests = Chart.render(Map.of(
                "gameInstance.secrets[0].setting", "gatehouse.webhook.key",
                "gameInstance.secrets[0].key", "webhook.key"));
        var volume = Chart.named(Deployment.class, "game-instance", manifests)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getVolumes()
                .getFirst();

        assertThat(volume.getSecret().getSecretName()).isEqualTo("gatehouse-keys");
        assertThat(volume.getSecret().getItems())
                .extracting(item -> item.getKey() + " " + item.getPath())
                .containsExactly("service.key gatehouse.service-key", "webhook.key gatehouse.webhook.key");
        assertThat(KnownSettings.of("game-instance-service").knows("GATEHOUSE_WEBHOOK_KEY"))
                .isTrue();
    }

    @Test
    void tiesAnIdentityToTheAccountOfOneService() {
        var manifests = Chart.render(Map.of("gameInstance.serviceAccount.annotations.role", "servers"));

        assertThat(Chart.ofType(ServiceAccount.class, manifests))
                .filteredOn(account -> !account.getMetadata().getAnnotations().isEmpty())
                .extracting(account -> account.getMetadata().getName() + " "
                        + account.getMetadata().getAnnotations())
                .containsExactly("play-game-instance {role=servers}");
    }

    @Test
    void givesThePoolsTheirKeysAndTheirNodesAnAddress() throws Exception {
        var manifests = Chart.render(Map.of("gameInstance.pools[0]", "main", "gameInstance.pools[1]", "eu-west"));
        var pod = Chart.named(Deployment.class, "game-instance", manifests)
                .getSpec()
                .getTemplate()
                .getSpec();
        var settings = KnownSettings.of("game-instance-service");

        assertThat(pod.getVolumes().getFirst().getSecret().getItems())
                .extracting(item -> item.getKey() + " " + item.getPath())
                .containsExactly(
                        "service.key gatehouse.service-key",
                        "pool-main.key gatehouse.instances.provider.pool.keys.main",
                        "pool-eu-west.key gatehouse.instances.provider.pool.keys.eu-west");
        assertThat(pod.getContainers().getFirst().getEnv())
                .filteredOn(variable -> variable.getName().startsWith("GATEHOUSE_INSTANCES"))
                .allSatisfy(variable ->
                        assertThat(settings.knows(variable.getName())).isTrue())
                .extracting(variable -> variable.getValue())
                .containsExactly("http://$(POD_IP):8082");
    }

    @Test
    void asksAProviderThatIsThereWhereAnInstanceNamesNone() {
        var pools = Map.<String, Object>of("gameInstance.pools[0]", "main", "gameInstance.pools[1]", "eu-west");

        assertThat(defaultProvider(Map.of())).isNull();
        assertThat(defaultProvider(pools)).isEqualTo("main");
        assertThat(defaultProvider(with(pools, "gameInstance.agones.enabled", true)))
                .isEqualTo("agones");
        assertThat(defaultProvider(
                        with(pools, "gameInstance.environment.GATEHOUSE_INSTANCES_DEFAULTPROVIDER", "eu-west")))
                .isEqualTo("eu-west");
    }

    @ParameterizedTest
    @CsvSource({
        "proxy.agones.enabled, true, agones",
        "proxy.providers.hostPath.path, /games, providers",
        "session.providers.hostPath.path, /games, providers",
        "session.partnerUrl, http://partners, partnerUrl",
        "session.pools[0], main, pools"
    })
    void refusesWhatIsAboutGameServersUnderAServiceThatAsksForNone(String name, String value, String refused) {
        assertThatThrownBy(() -> Chart.render(Map.of(name, value))).hasMessageContaining(refused);
    }

    private static @Nullable String defaultProvider(Map<String, Object> values) {
        return Chart.named(ConfigMap.class, "game-instance", Chart.render(values))
                .getData()
                .get("GATEHOUSE_INSTANCES_DEFAULTPROVIDER");
    }

    private static Map<String, Object> with(Map<String, Object> values, String name, Object value) {
        var all = new HashMap<>(values);
        all.put(name, value);
        return all;
    }
}
