package dev.gatehouse.agones.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.agones.AgonesExamples;
import dev.gatehouse.agones.AgonesProvider;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.GameServerProvider;
import dev.gatehouse.providerkit.TestHost;
import dev.gatehouse.providerkit.http.HttpStandIn;
import dev.gatehouse.providerkit.http.HttpStandIn.Reply;
import dev.gatehouse.providerkit.http.HttpStandIn.Request;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// A Kubernetes API with a fleet of game servers, each ready until it is taken; one that is deleted is
/// replaced. Answers as Agones does.
final class ScriptedCluster implements TestHost {

    private static final String ALLOCATIONS = "/apis/allocation.agones.dev/v1/namespaces/games/gameserverallocations";
    private static final String GAME_SERVERS = "/apis/agones.dev/v1/namespaces/games/gameservers";
    private static final String SERVER_ID = "gatehouse.dev/server-id";
    private static final String VARIABLE = "gatehouse.dev/GATEHOUSE_";

    private final KubernetesSerialization json = new KubernetesSerialization();
    private final HttpStandIn http = new HttpStandIn(this::answer);
    private final AgonesProvider provider;
    private final Map<String, GameServer> servers = new LinkedHashMap<>(); // Guarded by this.
    private int created; // Guarded by this.
    private int contentions; // Guarded by this.

    private record GameServer(
            String name, String uid, String state, Map<String, String> labels, Map<String, String> annotations) {

        GameServer as(String next) {
            return new GameServer(name, uid, next, labels, annotations);
        }

        /// As the API writes it.
        Map<String, Object> written() {
            return Map.of(
                    "apiVersion",
                    "agones.dev/v1",
                    "kind",
                    "GameServer",
                    "metadata",
                    Map.of("name", name, "uid", uid, "labels", labels, "annotations", annotations),
                    "status",
                    Map.of("state", state));
        }
    }

    ScriptedCluster() throws IOException {
        for (int i = 0; i < CAPACITY; i++) {
            create();
        }
        var config = new ConfigBuilder(Config.empty())
                .withMasterUrl(http.address().toString())
                .build();
        var settings = AgonesExamples.of(List.of(), Duration.ofSeconds(10));
        provider = new AgonesProvider(new KubernetesCluster(config, "games"), settings);
    }

    /// The next so many allocations find that others were quicker.
    synchronized void letOthersBeQuicker(int times) {
        contentions = times;
    }

    @Override
    public GameServerProvider provider() {
        return provider;
    }

    @Override
    public synchronized List<ServerId> running() {
        return servers.values().stream()
                .filter(server -> server.state().equals("Allocated"))
                .map(server -> new ServerId(String.valueOf(server.labels().get(SERVER_ID))))
                .toList();
    }

    @Override
    public synchronized Map<String, String> environmentOf(ServerId server) {
        return find(server).annotations().entrySet().stream()
                .filter(annotation -> annotation.getKey().startsWith(VARIABLE))
                .collect(Collectors.toMap(
                        annotation -> annotation.getKey().substring("gatehouse.dev/".length()), Map.Entry::getValue));
    }

    @Override
    public synchronized void crash(ServerId server) {
        var found = find(server);
        servers.put(found.name(), found.as("Unhealthy"));
    }

    @Override
    public Optional<Line> line() {
        return Optional.of(http);
    }

    @Override
    public void close() {
        provider.close();
        http.close();
    }

    private synchronized Reply answer(Request request) {
        var path = request.target().getPath();
        if (path.equals(ALLOCATIONS) && request.method().equals("POST")) {
            return allocate(request.body());
        }
        if (path.equals(GAME_SERVERS) && request.method().equals("GET")) {
            return list(labels(request.target().getRawQuery()));
        }
        if (path.startsWith(GAME_SERVERS + "/") && request.method().equals("DELETE")) {
            return delete(path.substring(GAME_SERVERS.length() + 1));
        }
        return new Reply(403, "");
    }

    @SuppressWarnings("unchecked") // As the request is written.
    private Reply allocate(String body) {
        if (contentions > 0) {
            contentions--;
            return allocation(Map.of("state", "Contention"));
        }
        var spec = (Map<String, Object>)
                Objects.requireNonNull(json.unmarshal(body, Map.class).get("spec"));
        var marks = (Map<String, Map<String, String>>) Objects.requireNonNull(spec.get("metadata"));
        var ready = servers.values().stream()
                .filter(server -> server.state().equals("Ready"))
                .findFirst();
        if (ready.isEmpty()) {
            return allocation(Map.of("state", "UnAllocated"));
        }
        var name = ready.get().name();
        servers.put(
                name,
                new GameServer(
                        name,
                        ready.get().uid(),
                        "Allocated",
                        new HashMap<>(Objects.requireNonNull(marks.get("labels"))),
                        new HashMap<>(Objects.requireNonNull(marks.get("annotations")))));
        return allocation(Map.of("state", "Allocated", "gameServerName", name));
    }

    private Reply allocation(Map<String, Object> status) {
        return new Reply(
                201,
                json.asJson(Map.of(
                        "apiVersion",
                        "allocation.agones.dev/v1",
                        "kind",
                        "GameServerAllocation",
                        "metadata",
                        Map.of("namespace", "games"),
                        "status",
                        status)));
    }

    private Reply list(Map<String, String> labels) {
        var items = servers.values().stream()
                .filter(server -> server.labels().entrySet().containsAll(labels.entrySet()))
                .map(GameServer::written)
                .toList();
        return new Reply(
                200,
                json.asJson(Map.of(
                        "apiVersion",
                        "agones.dev/v1",
                        "kind",
                        "GameServerList",
                        "metadata",
                        Map.of(),
                        "items",
                        items)));
    }

    private Reply delete(String name) {
        if (servers.remove(name) == null) {
            return new Reply(404, "");
        }
        create();
        return new Reply(200, json.asJson(Map.of("apiVersion", "v1", "kind", "Status", "status", "Success")));
    }

    private synchronized void create() {
        created++;
        var name = "fleet-" + created;
        servers.put(name, new GameServer(name, "uid-" + created, "Ready", Map.of(), Map.of()));
    }

    private GameServer find(ServerId server) {
        return servers.values().stream()
                .filter(each -> server.value().equals(each.labels().get(SERVER_ID)))
                .findFirst()
                .orElseThrow();
    }

    /// Of a query such as `labelSelector=a%3Db%2Cc%3Dd`.
    private static Map<String, String> labels(String query) {
        var selector = URLDecoder.decode(query.substring("labelSelector=".length()), UTF_8);
        return Arrays.stream(selector.split(","))
                .map(label -> label.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }
}
