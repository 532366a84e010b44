package dev.gatehouse.gamelift.aws;

import dev.gatehouse.gamelift.GameLiftProperties;
import dev.gatehouse.gamelift.GameLiftProvider;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.GameServerProvider;
import dev.gatehouse.providerkit.TestHost;
import dev.gatehouse.providerkit.http.HttpStandIn;
import dev.gatehouse.providerkit.http.HttpStandIn.Reply;
import dev.gatehouse.providerkit.http.HttpStandIn.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.gamelift.GameLiftClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// GameLift's API over a fleet that has room for so many sessions. A placement is pending when it is looked at for the
/// first time; one for which there is no room times out at once. Ids cannot be used again, as those of GameLift, which
/// keeps sessions that have ended, and gives a few sessions at a time.
final class ScriptedGameLift implements TestHost {

    private static final String FLEET = "fleet-1";
    private static final int PAGE = 2;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpStandIn http = new HttpStandIn(this::answer);
    private final GameLiftProvider provider;
    private final Map<String, JsonNode> sessions = new LinkedHashMap<>(); // By ARN. Guarded by this.
    private final Set<String> ended = new HashSet<>(); // Guarded by this.
    private final Map<String, String> placements = new LinkedHashMap<>(); // Statuses. Guarded by this.
    private final Set<String> activating = new HashSet<>(); // Guarded by this.
    private final Map<String, Integer> asked = new HashMap<>(); // By operation. Guarded by this.
    private final Set<String> lookedAt = new HashSet<>(); // Guarded by this.

    /// @param queue absent for sessions that are created in the fleet
    ScriptedGameLift(@Nullable String queue) throws IOException {
        var client = GameLiftClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(http.address())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
        var settings = new GameLiftProperties(
                "eu-west-1",
                null,
                queue,
                List.of(FLEET),
                "custom-rack",
                "gatehouse",
                64,
                Duration.ofMillis(5),
                Duration.ofSeconds(10));
        provider = new GameLiftProvider(new AwsSessions(client, settings.location(), settings.maxPlayers()), settings);
    }

    @Override
    public GameServerProvider provider() {
        return provider;
    }

    @Override
    public synchronized List<ServerId> running() {
        return sessions.entrySet().stream()
                .filter(session -> !ended.contains(session.getKey()))
                .map(session -> new ServerId(property(session.getValue(), "gatehouse-server-id")))
                .toList();
    }

    @Override
    public synchronized Map<String, String> environmentOf(ServerId server) {
        var data = session(server).get("GameSessionData").stringValue();
        var environment = new LinkedHashMap<String, String>();
        JSON.readTree(data)
                .get("environment")
                .properties()
                .forEach(each -> environment.put(each.getKey(), each.getValue().stringValue()));
        return environment;
    }

    @Override
    public synchronized void crash(ServerId server) {
        ended.add(arn(server));
    }

    /// So many sessions of this suite have run and ended.
    synchronized void hadSessions(int many) {
        for (int i = 1; i <= many; i++) {
            var arn = arn(new ServerId("ended-" + i));
            sessions.put(arn, JSON.readTree("{\"GameProperties\":[]}"));
            ended.add(arn);
        }
    }

    /// The session is not active yet, and becomes it once any sessions were asked for.
    synchronized void activates(ServerId server) {
        activating.add(arn(server));
    }

    /// How often an operation was asked for.
    synchronized int asked(String operation) {
        return asked.getOrDefault(operation, 0);
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
        var body = JSON.readTree(request.body());
        var target = String.valueOf(request.headers().apply("X-Amz-Target"));
        asked.merge(target.substring(target.indexOf('.') + 1), 1, Integer::sum);
        return switch (target) {
            case "GameLift.StartGameSessionPlacement" -> startPlacement(body);
            case "GameLift.DescribeGameSessionPlacement" -> describePlacement(text(body, "PlacementId"));
            case "GameLift.StopGameSessionPlacement" -> stopPlacement(text(body, "PlacementId"));
            case "GameLift.CreateGameSession" -> create(body);
            case "GameLift.DescribeGameSessions" -> describeSessions(body);
            case "GameLift.TerminateGameSession" -> terminate(text(body, "GameSessionId"));
            default -> refused("InvalidRequestException");
        };
    }

    private Reply startPlacement(JsonNode body) {
        var id = text(body, "PlacementId");
        if (placements.containsKey(id)) {
            return refused("InvalidRequestException");
        }
        placements.put(id, hasRoom() ? "PENDING" : "TIMED_OUT");
        if (hasRoom()) {
            sessions.put(arn(new ServerId(id)), body);
        }
        return placement(id);
    }

    private Reply describePlacement(String id) {
        if (!placements.containsKey(id)) {
            return refused("NotFoundException");
        }
        if (!lookedAt.add(id)) {
            placements.computeIfPresent(id, (_, status) -> status.equals("PENDING") ? "FULFILLED" : status);
        }
        return placement(id);
    }

    private Reply stopPlacement(String id) {
        if (!placements.containsKey(id)) {
            return refused("NotFoundException");
        }
        if (!"PENDING".equals(placements.get(id))) {
            return refused("InvalidRequestException");
        }
        placements.put(id, "CANCELLED");
        ended.add(arn(new ServerId(id)));
        return placement(id);
    }

    private Reply create(JsonNode body) {
        var arn = arn(new ServerId(text(body, "IdempotencyToken")));
        if (!"custom-rack".equals(text(body, "Location"))) {
            return refused("InvalidRequestException");
        }
        if (!sessions.containsKey(arn)) {
            if (!hasRoom()) {
                return refused("FleetCapacityExceededException");
            }
            sessions.put(arn, body);
        }
        return json(Map.of("GameSession", session(arn)));
    }

    private Reply describeSessions(JsonNode body) {
        if (body.has("GameSessionId")) {
            var arn = text(body, "GameSessionId");
            return sessions.containsKey(arn)
                    ? json(Map.of("GameSessions", List.of(session(arn))))
                    : refused("NotFoundException");
        }
        var status = body.has("StatusFilter") ? text(body, "StatusFilter") : null;
        var all = sessions.keySet().stream()
                .filter(arn -> status == null || status.equals(status(arn)))
                .toList();
        int from = body.has("NextToken") ? Integer.parseInt(text(body, "NextToken")) : 0;
        int to = Math.min(from + PAGE, all.size());
        var page = all.subList(from, to).stream().map(this::session).toList();
        activating.clear();
        return json(
                to < all.size()
                        ? Map.of("GameSessions", page, "NextToken", Integer.toString(to))
                        : Map.of("GameSessions", page));
    }

    private Reply terminate(String arn) {
        return ended.add(arn) && sessions.containsKey(arn)
                ? json(Map.of("GameSession", session(arn)))
                : refused("NotFoundException");
    }

    private boolean hasRoom() {
        return sessions.size() - ended.size() < CAPACITY;
    }

    private Map<String, Object> session(String arn) {
        return Map.of(
                "GameSessionId",
                arn,
                "FleetId",
                FLEET,
                "Status",
                status(arn),
                "GameProperties",
                Objects.requireNonNull(sessions.get(arn)).get("GameProperties"));
    }

    private String status(String arn) {
        if (ended.contains(arn)) {
            return "TERMINATED";
        }
        return activating.contains(arn) ? "ACTIVATING" : "ACTIVE";
    }

    private Reply placement(String id) {
        return json(Map.of(
                "GameSessionPlacement",
                Map.of(
                        "PlacementId", id,
                        "Status", String.valueOf(placements.get(id)),
                        "GameSessionArn", arn(new ServerId(id)))));
    }

    private static String property(JsonNode session, String key) {
        return session.get("GameProperties")
                .valueStream()
                .filter(property -> text(property, "Key").equals(key))
                .map(property -> text(property, "Value"))
                .findFirst()
                .orElseThrow();
    }

    private static String text(JsonNode from, String name) {
        return from.get(name).stringValue();
    }

    private JsonNode session(ServerId server) {
        return Objects.requireNonNull(sessions.get(arn(server)));
    }

    private static String arn(ServerId server) {
        return "arn:aws:gamelift:eu-west-1::gamesession/" + FLEET + "/" + server;
    }

    private static Reply json(Object body) {
        return new Reply(200, JSON.writeValueAsString(body));
    }

    private static Reply refused(String type) {
        return new Reply(400, "{\"__type\":\"%s\",\"Message\":\"as scripted\"}".formatted(type));
    }
}
