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
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
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
        var data = Chart.ofType(ConfigMap.class, manifests).stream()
                .filter(manifest -> manifest.getMetadata().getName().equals("play-proxy"))
                .findFirst()
                .orElseThrow()
                .getData();

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

    @Test
    void letsTheServiceTakeAndDeleteGameServersWhereItIsToldTo() throws IOException {
        assertThat(Chart.ofType(Role.class, MANIFESTS)).isEmpty();

        var manifests =
                Chart.render(Map.of("gameInstance.agones.enabled", true, "gameInstance.agones.namespace", "servers"));
        var role = Chart.ofType(Role.class, manifests).getFirst();
        var binding = Chart.ofType(RoleBinding.class, manifests).getFirst();
        var settings = KnownSettings.of("game-instance-service");
        var data = Chart.ofType(ConfigMap.class, manifests).stream()
                .filter(manifest -> manifest.getMetadata().getName().equals("play-game-instance"))
                .findFirst()
                .orElseThrow()
                .getData();

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

    @ParameterizedTest
    @CsvSource({"session, GATEHOUSE_SESSION_HTTPURL, 8081", "game-instance, GATEHOUSE_INSTANCES_HTTPURL, 8082"})
    void saysWhereOtherNodesReachEachOne(String name, String variable, int port) {
        assertThat(container(name).getEnv())
                .filteredOn(each -> each.getName().equals(variable))
                .extracting(EnvVar::getValue)
                .containsExactly("http://$(POD_IP):" + port);
    }

    @Test
    void givesThePoolsTheirKeysAndTheirNodesAnAddress() throws Exception {
        var deployment = Chart.ofType(
                        Deployment.class,
                        Chart.render(Map.of("gameInstance.pools[0]", "main", "gameInstance.pools[1]", "eu-west")))
                .stream()
                .filter(manifest -> manifest.getMetadata().getName().equals("play-game-instance"))
                .findFirst()
                .orElseThrow();
        var pod = deployment.getSpec().getTemplate().getSpec();
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

    @Test
    void mountsTheGamesWhereSessionServiceLooks() {
        var deployment = Chart.ofType(
                        Deployment.class, Chart.render(Map.of("games.persistentVolumeClaim.claimName", "games")))
                .stream()
                .filter(found -> found.getMetadata().getName().equals("play-session"))
                .findFirst()
                .orElseThrow();

        assertThat(deployment
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getVolumeMounts())
                .anySatisfy(mount -> assertThat(mount.getMountPath()).isEqualTo("/games"));
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
        return Chart.ofType(type, MANIFESTS).stream()
                .filter(manifest -> manifest.getMetadata().getName().equals("play-" + name))
                .findFirst()
                .orElseThrow();
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
