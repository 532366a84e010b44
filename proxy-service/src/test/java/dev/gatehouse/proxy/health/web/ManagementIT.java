package dev.gatehouse.proxy.health.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.proxy.scene.Scene;
import dev.gatehouse.proxy.scene.TestKeys;
import dev.gatehouse.testing.RedisExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ManagementIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Scene scene = Scene.startWithoutNodes(REDIS, "logging.level.root=DEBUG");

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void isReadyOnceANodeIsLinked() throws Exception {
        assertThat(get("/livez").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").statusCode()).isEqualTo(503);

        scene.announce();
        scene.awaitLink();

        assertThat(get("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void countsHandshakes() throws Exception {
        scene.announce();
        scene.awaitLink();
        scene.play("alice", "phone").close();
        try (var refused = scene.connect()) {
            refused.expect("server-hello");
            refused.send(Scene.helloWith("bad", "phone"));
            refused.expect("terminate");
        }

        assertThat(get("/actuator/prometheus").body())
                .contains("gatehouse_proxy_handshakes_total{result=\"started\"} 1.0")
                .contains("gatehouse_proxy_handshakes_total{result=\"login_rejected\"} 1.0")
                .contains("gatehouse_proxy_connections ");
    }

    @Test
    void logsNoTokenAtAnyLevel(CapturedOutput output) throws Exception {
        scene.announce();
        scene.awaitLink();
        var token = TestKeys.token("alice", Duration.ofMinutes(1));
        try (var client = scene.connect()) {
            client.expect("server-hello");
            client.send(Scene.helloWith(token, "device-secret"));
            client.expect("session-started");
        }
        try (var client = scene.connect()) {
            client.expect("server-hello");
            client.send(Scene.helloWith(token + "x", "device-secret"));
            client.expect("terminate");
        }

        assertThat(output.getAll()).contains("\"log\":{\"level\":\"DEBUG\"").contains("LOGIN_REJECTED");
        var signature = token.substring(token.lastIndexOf('.') + 1);
        var linkToken = String.valueOf(scene.node.authorizations.peek()).substring("Bearer ".length());
        assertThat(output.getAll())
                .doesNotContain(signature)
                .doesNotContain("device-secret")
                .doesNotContain("resume-secret")
                .doesNotContain(linkToken);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + scene.managementPort() + path))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
