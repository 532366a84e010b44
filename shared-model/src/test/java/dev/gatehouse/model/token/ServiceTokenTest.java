package dev.gatehouse.model.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ServiceTokenTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void saysWhoCallsWhomForSixtySeconds() {
        var parts = mint("proxy-1").split("\\.", -1);

        assertThat(decode(parts[0])).isEqualTo("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        assertThat(decode(parts[1]))
                .isEqualTo("{\"sub\":\"proxy-1\",\"aud\":\"gatehouse:link\",\"iat\":1767225600,\"exp\":1767225660}");
    }

    // The expected signature was computed with `openssl dgst -sha256 -mac HMAC`.
    @Test
    void signsAsRfc7515Says() {
        var token = mint("proxy-1");

        assertThat(token.substring(token.lastIndexOf('.') + 1))
                .isEqualTo("m9z-KrfJWwIDtZPqGiJrFKmPH95EH_Nkbb-_g-ZOwxo");
    }

    @Test
    void refusesAShortKey() {
        assertThatThrownBy(() -> ServiceToken.mint(new byte[31], "proxy-1", ServiceToken.LINK_AUDIENCE, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("key: 31 bytes (expected: at least 32)");
    }

    @Test
    void refusesASubjectThatWouldBreakOutOfItsQuotes() {
        assertThatThrownBy(() -> mint("proxy\",\"admin\":\"1")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String mint(String subject) {
        return ServiceToken.mint(KEY, subject, ServiceToken.LINK_AUDIENCE, NOW);
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), UTF_8);
    }
}
