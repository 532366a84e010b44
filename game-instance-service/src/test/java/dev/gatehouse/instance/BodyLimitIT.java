package dev.gatehouse.instance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BodyLimitIT {

    @RegisterExtension
    static final SharedService SHARED = new SharedService();

    private final ServiceUnderTest service = SHARED.get();

    @Test
    void readsNoMoreOfABodyThanAnyCallNeeds() throws Exception {
        var spaces = " ".repeat(1024 * 1024 + 1);

        assertThat(service.call("", spaces, 413).get("code").stringValue()).isEqualTo("request_too_large");
        var unmeasured = HttpRequest.newBuilder(service.api(""))
                .header("Content-Type", "application/json")
                .headers(service.operator(ServiceUnderTest.READ_AND_WRITE))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(spaces.getBytes(UTF_8))))
                .build();
        var answer = HttpClient.newHttpClient().send(unmeasured, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("request_too_large");
    }

    @Test
    void saysThatABodyIsJson() throws Exception {
        var answer = service.postAs(
                "application/x-www-form-urlencoded",
                service.api(""),
                "{\"gameId\":\"goldrush\",\"players\":[]}",
                service.operator(ServiceUnderTest.READ_AND_WRITE));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body())
                .startsWith("{\"code\":\"unsupported_media_type\",")
                .contains("application/json");
    }
}
