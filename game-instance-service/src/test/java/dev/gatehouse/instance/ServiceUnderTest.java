package dev.gatehouse.instance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.registry.node.HostedGame;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole service on free ports over a Redis, with an operator who can sign tokens and a stand-in
/// for session-service.
final class ServiceUnderTest implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(30);
    static final String READ_AND_WRITE = "game-instances:read game-instances:write";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    static final String OPERATOR_ISSUER = "gatehouse:development";

    private final Path folder;
    private final RSAKey operatorKey = rsaKey();
    private final SessionServiceStandIn sessions = new SessionServiceStandIn();
    private final int port = freePort();
    private final int managementPort = freePort();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    /// @param command of the local-process provider
    /// @param more further settings, which win over those that are set here
    ServiceUnderTest(Path folder, int redisPort, String command, Map<String, String> more) throws Exception {
        this(folder, redisPort, command, more, Map.of());
    }

    /// @param beans of the test's own, by their names
    ServiceUnderTest(Path folder, int redisPort, String command, Map<String, String> more, Map<String, Object> beans)
            throws Exception {
        this.folder = folder;
        Files.writeString(folder.resolve("operators.json"), new JWKSet(operatorKey.toPublicJWK()).toString());
        Files.writeString(
                folder.resolve("partner.jwk"),
                new ECKeyGenerator(Curve.P_256).generate().toJSONString());
        var settings = settings(redisPort, command);
        settings.putAll(more);
        context = new SpringApplicationBuilder(GameInstanceApplication.class)
                .web(WebApplicationType.SERVLET)
                .initializers(starting -> beans.forEach(starting.getBeanFactory()::registerSingleton))
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    private Map<String, String> settings(int redisPort, String command) {
        var settings = new HashMap<String, String>();
        settings.put("server.port", Integer.toString(port));
        settings.put("management.server.port", Integer.toString(managementPort));
        settings.put("spring.data.redis.host", "127.0.0.1");
        settings.put("gatehouse.registry.accept-data-loss", "true");
        settings.put("spring.data.redis.port", Integer.toString(redisPort));
        settings.put("gatehouse.service-key", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("gatehouse.operators.issuer", OPERATOR_ISSUER);
        settings.put(
                "gatehouse.operators.jwks",
                folder.resolve("operators.json").toUri().toString());
        settings.put(
                "gatehouse.instances.partner-key", folder.resolve("partner.jwk").toString());
        settings.put("gatehouse.instances.partner-url", "ws://127.0.0.1:" + port);
        settings.put("gatehouse.instances.sweep-every", "100ms");
        var provider = "gatehouse.instances.provider.local-process.";
        settings.put(provider + "command", command);
        settings.put(provider + "run-directory", folder.resolve("run").toString());
        settings.put(provider + "log-directory", folder.resolve("log").toString());
        return settings;
    }

    /// The command that starts [TestGameServerMain].
    static String testGameServer() {
        return "%s -cp %s %s"
                .formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"),
                        TestGameServerMain.class.getName());
    }

    /// Tells where players are to be found; once more after Redis was emptied.
    void announce() {
        var games = List.of(new HostedGame(new GameId("goldrush"), 1, 1, false, false, false));
        var node = new NodeRecord(
                new NodeId("session-1"), NodeRole.SESSION, "", sessions.url().toString(), games);
        context.getBean(NodeDirectory.class)
                .announce(node, Duration.ofHours(1))
                .toCompletableFuture()
                .join();
    }

    SessionServiceStandIn sessions() {
        return sessions;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI managementUrl() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    HttpResponse<String> get(URI uri, String... headers) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri).GET(), headers);
    }

    HttpResponse<String> post(URI uri, String body, String... headers) throws IOException, InterruptedException {
        return postAs("application/json", uri, body, headers);
    }

    HttpResponse<String> postAs(String contentType, URI uri, String body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8));
        return send(request, headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers)
            throws IOException, InterruptedException {
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /// An `Authorization` header of an operator with these scopes.
    String[] operator(String scope) throws JOSEException {
        return new String[] {"Authorization", "Bearer " + operatorToken(scope, OPERATOR_ISSUER, "gatehouse:operators")};
    }

    String operatorToken(String scope, String issuer, String audience) throws JOSEException {
        // The service checks by the real clock, which its own beans have.
        var now = context.getBean(InstantSource.class).instant();
        return signed(operatorClaims(scope, issuer, audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5)))));
    }

    String endlessOperatorToken(String scope) throws JOSEException {
        return signed(operatorClaims(scope, OPERATOR_ISSUER, "gatehouse:operators"));
    }

    private static JWTClaimsSet.Builder operatorClaims(String scope, String issuer, String audience) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject("operator")
                .claim("scope", scope);
    }

    private String signed(JWTClaimsSet.Builder claims) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("operators").build(), claims.build());
        token.sign(new RSASSASigner(operatorKey));
        return token.serialize();
    }

    /// Creates an instance of goldrush for one player.
    JsonNode create(String key, String player) throws Exception {
        return call("", creation(key, player), 201);
    }

    static String creation(String key, String player) {
        return """
                {"gameId":"goldrush","idempotencyKey":"%s","players":[{"playerId":"%s","team":0}],"data":{"map":"mine"}}
                """.formatted(key, player);
    }

    /// Posts to the API as an operator.
    ///
    /// @param path from `/v1/game-instances` on
    JsonNode call(String path, String body, int expected) throws Exception {
        var response = post(api(path), body, operator(READ_AND_WRITE));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(expected);
        return JSON.readTree(response.body());
    }

    /// Deletes by the API as an operator.
    void delete(String path) throws Exception {
        var response = send(HttpRequest.newBuilder(api(path)).DELETE(), operator(READ_AND_WRITE));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    /// Reads from the API as an operator.
    JsonNode read(String path) throws Exception {
        return JSON.readTree(get(api(path), operator(READ_AND_WRITE)).body());
    }

    JsonNode awaitState(String id, String state) throws Exception {
        await().atMost(SOON)
                .alias("state " + state)
                .until(() -> read("/" + id).get("state").stringValue().equals(state));
        return read("/" + id);
    }

    ProcessHandle serverProcess(JsonNode instance) throws IOException {
        return ProcessHandle.of(
                        Long.parseLong(Files.readString(pidFile(instance)).strip()))
                .orElseThrow();
    }

    Path pidFile(JsonNode instance) {
        return folder.resolve("run")
                .resolve("game-server-" + instance.get("serverId").stringValue() + ".pid");
    }

    URI api(String path) {
        return URI.create(url() + "/v1/game-instances" + path);
    }

    private static RSAKey rsaKey() throws JOSEException {
        return new RSAKeyGenerator(2048).keyID("operators").generate();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        context.close();
        sessions.close();
    }
}
