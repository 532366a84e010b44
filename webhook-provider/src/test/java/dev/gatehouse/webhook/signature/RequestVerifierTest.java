package dev.gatehouse.webhook.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.TestTime;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestVerifierTest {

    private static final byte[] KEY = "a key of thirty-two bytes at least".getBytes(UTF_8);
    private static final SignedRequest REQUEST = request("PUT", "https://host/servers/gs-1?a=b", "{\"a\":1}");

    private final TestTime time = new TestTime();
    private final AtomicInteger nonces = new AtomicInteger();
    private final RequestSigner signer =
            new RequestSigner("key-1", KEY, time, () -> "nonce-%016d".formatted(nonces.incrementAndGet()));
    private final RequestVerifier verifier = new RequestVerifier("key-1", KEY, time);

    @Test
    void takesARequestOnce() {
        var headers = signer.headers(REQUEST);

        assertThat(objection(REQUEST, headers)).isEmpty();
        assertThat(objection(REQUEST, headers)).contains("a replay");
        assertThat(objection(REQUEST, signer.headers(REQUEST))).isEmpty();
    }

    @Test
    void takesNoRequestThatIsTooOldOrTooFarAhead() {
        var old = signer.headers(REQUEST);
        time.passes(Duration.ofSeconds(61));
        assertThat(objection(REQUEST, old)).contains("too old, or too far ahead");

        var behind = new RequestVerifier("key-1", KEY, new TestTime());
        assertThat(behind.objection(REQUEST, signer.headers(REQUEST)::get)).contains("too old, or too far ahead");
    }

    @Test
    void takesNoReplayHoweverLongItHasWaited() {
        var headers = signer.headers(REQUEST);
        assertThat(objection(REQUEST, headers)).isEmpty();

        for (int second = 0; second < 200; second++) {
            time.passes(Duration.ofSeconds(1));
            assertThat(objection(REQUEST, headers)).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET | https://host/servers/gs-1?a=b  | {"a":1}
                    PUT | https://other/servers/gs-1?a=b | {"a":1}
                    PUT | https://host/servers/gs-2?a=b  | {"a":1}
                    PUT | https://host/servers/gs-1?a=c  | {"a":1}
                    PUT | https://host/servers/gs-1      | {"a":1}
                    PUT | https://host/servers/gs-1?a=b  | {"a":2}
                    """)
    void takesNothingElseUnderTheSignature(String method, String target, String body) {
        assertThat(objection(request(method, target, body), signer.headers(REQUEST)))
                .contains("a signature of something else");
    }

    @ParameterizedTest
    @CsvSource({
        "https://HOST/servers/gs-1?a=b, https://host/servers/gs-1?a=b",
        "https://host:443/servers/gs-1?a=b, https://host/servers/gs-1?a=b",
        "http://Host:80/, http://host/",
        "http://[::1]:80/, http://[::1]/",
        "https://user:hush@host:8443/, https://host:8443/"
    })
    void signsAnAuthorityHoweverItIsWritten(String sent, String received) {
        var headers = signer.headers(request("GET", sent, ""));

        assertThat(objection(request("GET", received, ""), headers)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://host:80/, https://host/",
        "http://host:443/, http://host/",
        "https://host:8443/, https://host/",
        "https://host/, https://other/"
    })
    void takesNoOtherAuthority(String sent, String received) {
        var headers = signer.headers(request("GET", sent, ""));

        assertThat(objection(request("GET", received, ""), headers)).contains("a signature of something else");
    }

    @Test
    void takesNoOtherKeyAndNoOtherForm() {
        var stranger = new RequestSigner("key-1", new byte[32], time, () -> "nonce-of-a-stranger");
        var unknown = new RequestSigner("key-2", KEY, time, () -> "nonce-of-a-stranger");
        var cut = new HashMap<>(signer.headers(REQUEST));
        cut.computeIfPresent("Signature-Input", (_, input) -> input.replace(" \"content-digest\"", ""));

        assertThat(objection(REQUEST, stranger.headers(REQUEST))).contains("a signature of something else");
        assertThat(objection(REQUEST, unknown.headers(REQUEST))).contains("an unknown key");
        assertThat(objection(REQUEST, cut)).contains("no signature of the kind that is expected");
        assertThat(objection(REQUEST, Map.of())).contains("no signature of the kind that is expected");
    }

    private Optional<String> objection(SignedRequest request, Map<String, String> headers) {
        return verifier.objection(request, headers::get);
    }

    private static SignedRequest request(String method, String target, String body) {
        return new SignedRequest(method, URI.create(target), body);
    }
}
