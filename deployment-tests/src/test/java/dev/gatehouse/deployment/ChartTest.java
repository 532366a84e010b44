package dev.gatehouse.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {

    private static final List<HasMetadata> MANIFESTS = Chart.render(Map.of());

    @Test
    void lints() {
        var result = new Helm(Chart.FOLDER).lint().strict().call();

        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    }

    @Test
    void knowsOnlyWhatKubernetesKnows() {
        assertThat(MANIFESTS)
                .isNotEmpty()
                .allSatisfy(manifest -> assertThat(UnknownMembers.of(manifest)).isEmpty());
    }

    @Test
    void findsAMisspeltMember() {
        Deployment misspelt = new Deployment();
        misspelt.setKind("Deployment");
        misspelt.setAdditionalProperty("replicass", 1);

        assertThat(UnknownMembers.of(misspelt)).containsExactly("Deployment.replicass");
    }

    @Test
    void hasTheSameFiveKindsForEachService() {
        for (var kind : List.of(
                Deployment.class, Service.class, ConfigMap.class, ServiceAccount.class, PodDisruptionBudget.class)) {
            assertThat(Chart.ofType(kind, MANIFESTS))
                    .extracting(manifest -> manifest.getMetadata().getName())
                    .containsExactlyInAnyOrder("play-proxy", "play-session", "play-game-instance");
        }
        assertThat(MANIFESTS).hasSize(15);
    }

    @ParameterizedTest
    @CsvSource({"proxy, proxy-service", "session, session-service", "game-instance, game-instance-service"})
    void setsOnlyWhatTheServiceReads(String name, String module) throws IOException {
        KnownSettings settings = KnownSettings.of(module);
        var variables = new TreeSet<>(named(ConfigMap.class, name).getData().keySet());
        container(name).getEnv().stream()
                .map(EnvVar::getName)
                .filter(variable -> !variable.equals("POD_IP"))
                .forEach(variables::add);

        assertThat(variables)
                .allSatisfy(variable -> assertThat(settings.knows(variable))
                        .as("%s: %s (known: %s)", name, variable, settings)
                        .isTrue());
    }

    @Test
    void passesOnEverySettingOfTheDoor() throws IOException {
        var manifests = Chart.render(Map.of(
                "tokens.clockSkew", "10s",
                "tokens.keys.refreshAfter", "1m",
                "tokens.issuers[0].games[0]", "goldrush",
                "admission.maxConnections", 1000000,
                "admission.handshakes.perAddress.burst", 7,
                "forwarded.trusted[0]", "10.0.0.0/8",
                "allowedOrigins[0]", "https://game.example",
                "handshake.requestTimeout", "9s"));
        var settings = KnownSettings.of("proxy-service");
        var data = Chart.named(ConfigMap.class, "proxy", manifests).getData();

        assertThat(data)
                .containsEntry("GATEHOUSE_PROXY_TOKENS_CLOCKSKEW", "10s")
                .containsEntry("GATEHOUSE_PROXY_TOKENS_KEYS_REFRESHAFTER", "1m")
                .containsEntry("GATEHOUSE_PROXY_TOKENS_ISSUERS_0_ISSUER", "https://login.example.com")
                .containsEntry("GATEHOUSE_PROXY_TOKENS_ISSUERS_0_GAMES_0", "goldrush")
                .containsEntry("GATEHOUSE_PROXY_ADMISSION_MAXCONNECTIONS", "1000000")
                .containsEntry("GATEHOUSE_PROXY_ADMISSION_HANDSHAKES_PERADDRESS_BURST", "7")
                .containsEntry("GATEHOUSE_PROXY_FORWARDED_TRUSTED_0", "10.0.0.0/8")
                .containsEntry("GATEHOUSE_PROXY_ALLOWEDORIGINS_0", "https://game.example")
                .containsEntry("GATEHOUSE_PROXY_HANDSHAKE_REQUESTTIMEOUT", "9s")
                .containsEntry("GATEHOUSE_PROXY_MAXFRAGMENTS", "1024")
                .doesNotContainKey("GATEHOUSE_PROXY_ADMISSION_FULLRETRY");
        assertThat(data.keySet()).allMatch(settings::knows);
    }

    @ParameterizedTest
    @CsvSource({"proxy, 8080", "session, 8081", "game-instance, 8082"})
    void asksOnTheManagementPort(String name, int port) {
        Container container = container(name);

        assertThat(path(container.getLivenessProbe())).isEqualTo("/livez");
        assertThat(path(container.getReadinessProbe())).isEqualTo("/readyz");
        assertThat(container.getPorts())
                .extracting(found -> found.getName() + " " + found.getContainerPort())
                .containsExactly("http " + port, "management " + (port + 1000));
    }

    @ParameterizedTest
    @CsvSource({"proxy", "session", "game-instance"})
    void runsUnderTheRestrictedPodSecurityStandard(String name) {
        var pod = named(Deployment.class, name).getSpec().getTemplate().getSpec();
        var context = container(name).getSecurityContext();

        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(context.getAllowPrivilegeEscalation()).isFalse();
        assertThat(context.getReadOnlyRootFilesystem()).isTrue();
        assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
    }

    @ParameterizedTest
    @CsvSource({"session, GATEHOUSE_SESSION_HTTPURL, 8081", "game-instance, GATEHOUSE_INSTANCES_HTTPURL, 8082"})
    void saysWhereOtherNodesReachEachOne(String name, String variable, int port) {
        assertThat(container(name).getEnv())
                .filteredOn(each -> each.getName().equals(variable))
                .extracting(EnvVar::getValue)
                .containsExactly("http://$(POD_IP):" + port);
    }

    @Test
    void holdsNoSecretOfItsOwn() {
        assertThat(MANIFESTS).extracting(HasMetadata::getKind).doesNotContain("Secret");
        assertThat(named(Deployment.class, "proxy")
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getVolumes())
                .filteredOn(volume -> volume.getSecret() != null)
                .allSatisfy(
                        volume -> assertThat(volume.getSecret().getSecretName()).isEqualTo("gatehouse-keys"));
    }

    @ParameterizedTest
    @CsvSource({"session, games", "game-instance, gameInstance.providers"})
    void mountsJarsWhereTheServiceLooks(String name, String value) {
        var manifests = Chart.render(Map.of(value + ".persistentVolumeClaim.claimName", "jars-of-ours"));
        var pod = Chart.named(Deployment.class, name, manifests)
                .getSpec()
                .getTemplate()
                .getSpec();

        assertThat(pod.getContainers().getFirst().getVolumeMounts())
                .filteredOn(mount -> mount.getName().equals("jars"))
                .extracting(mount -> mount.getMountPath() + " " + mount.getReadOnly())
                .containsExactly("/games true");
        assertThat(pod.getVolumes())
                .filteredOn(volume -> volume.getName().equals("jars"))
                .extracting(volume -> volume.getPersistentVolumeClaim().getClaimName())
                .containsExactly("jars-of-ours");
        assertThat(Chart.ofType(Deployment.class, manifests))
                .filteredOn(deployment -> deployment.getSpec().getTemplate().getSpec().getVolumes().stream()
                        .anyMatch(volume -> volume.getName().equals("jars")))
                .hasSize(1);
    }

    @Test
    void refusesASettingThatIsAPath() {
        assertThatThrownBy(() -> Chart.render(Map.of(
                        "gameInstance.secrets[0].setting", "../settings", "gameInstance.secrets[0].key", "a.key")))
                .hasMessageContaining("setting");
    }

    @Test
    void saysWhichValueIsMissing() {
        assertThatThrownBy(() -> Chart.template(Map.of("existingSecret", "keys"), Map.of()))
                .hasMessageContaining("is required");
    }

    @Test
    void refusesAValueOfTheWrongKind() {
        assertThatThrownBy(() -> Chart.render(Map.of("proxy.replicas", "many"))).hasMessageContaining("replicas");
    }

    private static <T extends HasMetadata> T named(Class<T> type, String name) {
        return Chart.named(type, name, MANIFESTS);
    }

    private static Container container(String name) {
        return named(Deployment.class, name)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst();
    }

    private static String path(Probe probe) {
        assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("management");
        return probe.getHttpGet().getPath();
    }
}
