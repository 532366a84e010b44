package dev.gatehouse.agones.kubernetes;

import static java.util.Objects.requireNonNullElse;

import dev.gatehouse.agones.Cluster;
import dev.gatehouse.provider.BoundedCalls;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A namespace of a cluster.
public final class KubernetesCluster implements Cluster {

    private static final ResourceDefinitionContext ALLOCATIONS = new ResourceDefinitionContext.Builder()
            .withGroup("allocation.agones.dev")
            .withVersion("v1")
            .withKind("GameServerAllocation")
            .withPlural("gameserverallocations")
            .withNamespaced(true)
            .build();
    private static final ResourceDefinitionContext GAME_SERVERS = new ResourceDefinitionContext.Builder()
            .withGroup("agones.dev")
            .withVersion("v1")
            .withKind("GameServer")
            .withPlural("gameservers")
            .withNamespaced(true)
            .build();

    private final KubernetesClient client;
    private final String namespace;
    private final BoundedCalls calls = new BoundedCalls(KubernetesCluster::reason);

    /// @param config where the cluster is and who asks; what it says of retries does not count
    public KubernetesCluster(Config config, String namespace) {
        // An allocation whose reply was lost must not be sent once more by anybody who does not look first.
        var once = new ConfigBuilder(config).withRequestRetryBackoffLimit(0).build();
        this.client = new KubernetesClientBuilder().withConfig(once).build();
        this.namespace = namespace;
    }

    @Override
    public String allocate(Map<String, Object> gameServerAllocation, Duration within) {
        var request = new GenericKubernetesResource();
        request.setApiVersion("allocation.agones.dev/v1");
        request.setKind("GameServerAllocation");
        request.setAdditionalProperties(Map.of("spec", gameServerAllocation.get("spec")));
        var answer = calls.call(
                within,
                () -> client.genericKubernetesResources(ALLOCATIONS)
                        .inNamespace(namespace)
                        .resource(request)
                        .create());
        return text(answer, "status", "state");
    }

    @Override
    public List<GameServer> find(Map<String, String> labels, Duration within) {
        return calls.call(
                within,
                () -> client
                        .genericKubernetesResources(GAME_SERVERS)
                        .inNamespace(namespace)
                        .withLabels(labels)
                        .list()
                        .getItems()
                        .stream()
                        .map(KubernetesCluster::gameServer)
                        .toList());
    }

    @Override
    public void delete(String gameServer, Duration within) {
        calls.call(
                within,
                () -> client.genericKubernetesResources(GAME_SERVERS)
                        .inNamespace(namespace)
                        .withName(gameServer)
                        .delete());
    }

    @Override
    public void close() {
        calls.close();
        client.close();
    }

    /// What the client says of a request may hold all of the request, tokens among it.
    private static String reason(Throwable failure) {
        return "the cluster: "
                + (failure instanceof KubernetesClientException refused && refused.getCode() > 0
                        ? "status " + refused.getCode()
                        : failure.getClass().getSimpleName());
    }

    private static GameServer gameServer(GenericKubernetesResource found) {
        var metadata = found.getMetadata();
        return new GameServer(
                metadata.getName(),
                metadata.getUid(),
                text(found, "status", "state"),
                requireNonNullElse(metadata.getLabels(), Map.of()),
                requireNonNullElse(metadata.getAnnotations(), Map.of()),
                metadata.getDeletionTimestamp() != null);
    }

    private static String text(GenericKubernetesResource resource, String... path) {
        return requireNonNullElse(resource.get((Object[]) path), "").toString();
    }
}
