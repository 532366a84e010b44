package dev.gatehouse.agones.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.agones.AgonesExamples;
import dev.gatehouse.agones.AgonesProperties;
import dev.gatehouse.agones.AgonesProvider;
import dev.gatehouse.agones.kubernetes.FleetServer.Counter;
import dev.gatehouse.agones.kubernetes.FleetServer.Listed;
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
import java.util.Comparator;
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
    private final Map<String, FleetServer> servers = new LinkedHashMap<>(); // Guarded by this.
    private int created; // Guarded by this.
    private int contentions; // Guarded by this.

    /// With servers of one fleet, any of which is taken.
    ScriptedCluster() throws IOException {
        this(AgonesExamples.of(List.of(), Duration.ofSeconds(10)));
        for (int i = 0; i < CAPACITY; i++) {
            create();
        }
    }

    /// Without servers.
    ScriptedCluster(AgonesProperties settings) throws IOException {
        var config = new ConfigBuilder(Config.empty())
                .withMasterUrl(http.address().toString())
                .build();
        provider = new AgonesProvider(new KubernetesCluster(config, "games"), settings);
    }

    /// One more server, which is ready.
    synchronized void add(
            String name, Map<String, String> labels, Map<String, Counter> counters, Map<String, Listed> lists) {
        servers.put(name, new FleetServer(name, "uid-of-" + name, "Ready", labels, Map.of(), counters, lists));
    }

    /// What was taken for a server's id.
    synchronized FleetServer taken(ServerId server) {
        return find(server);
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
        var ready = choose(spec);
        if (ready.isEmpty()) {
            return allocation(Map.of("state", "UnAllocated"));
        }
        var name = ready.get().name();
        servers.put(name, ready.get().allocated(spec));
        return allocation(Map.of("state", "Allocated", "gameServerName", name));
    }

    /// Of those that the first selector finds, or else the next one, the one that the priorities put first.
    private Optional<FleetServer> choose(Map<String, Object> spec) {
        var inOrder = servers.values().stream()
                .sorted(preferred(objects(spec, "priorities")))
                .toList();
        return objects(spec, "selectors").stream()
                .flatMap(selector -> inOrder.stream().filter(server -> server.matches(selector)))
                .findFirst();
    }

    /// The first priority counts, each further one where those before it say the same. Ascending puts first who has the
    /// least room left, Descending who has the most; who does not count or list it comes last.
    private static Comparator<FleetServer> preferred(List<Map<String, Object>> priorities) {
        Comparator<FleetServer> order = (_, _) -> 0;
        for (var priority : priorities) {
            var type = String.valueOf(priority.get("type"));
            var key = String.valueOf(priority.get("key"));
            Comparator<Long> room =
                    "Descending".equals(priority.get("order")) ? Comparator.reverseOrder() : Comparator.naturalOrder();
            order = order.thenComparing(server -> server.available(type, key), Comparator.nullsLast(room));
        }
        return order;
    }

    @SuppressWarnings("unchecked") // As the request is written.
    private static List<Map<String, Object>> objects(Map<String, Object> spec, String name) {
        return (List<Map<String, Object>>) spec.getOrDefault(name, List.of());
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
                .map(FleetServer::written)
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
        servers.put(name, new FleetServer(name, "uid-" + created, "Ready", Map.of(), Map.of(), Map.of(), Map.of()));
    }

    private FleetServer find(ServerId server) {
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
