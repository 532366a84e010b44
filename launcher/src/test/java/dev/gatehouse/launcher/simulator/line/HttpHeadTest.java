package dev.gatehouse.launcher.simulator.line;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HttpHeadTest {

    private static final String UPGRADE = """
            GET /partner/v1/link HTTP/1.1\r
            Host: localhost\r
            upgrade: WebSocket\r
            Authorization: Bearer game\r
            \r
            """;

    @Test
    void isReadToItsEndAndNoFurther() throws Exception {
        var in = new ByteArrayInputStream((UPGRADE + "rest").getBytes(ISO_8859_1));

        var head = HttpHead.read(in);

        assertThat(head.isUpgrade("/partner/v1/link")).isTrue();
        assertThat(head.isUpgrade("/partner/v1/pool")).isFalse();
        assertThat(head.value("authorization")).contains("Bearer game");
        assertThat(head.value("Origin")).isEmpty();
        assertThat(in.readAllBytes()).isEqualTo("rest".getBytes(ISO_8859_1));
        assertThat(TokenPair.of(head)).isEqualTo(new TokenPair("game", ""));
        assertThat(head.toString()).doesNotContain("Bearer");
    }

    @Test
    void isChangedHeaderByHeader() throws Exception {
        var changed = read(UPGRADE).without(Set.of("Upgrade", "Authorization")).with("Connection", "close");
        var out = new ByteArrayOutputStream();
        changed.write(out);

        assertThat(out.toString(ISO_8859_1))
                .isEqualTo("GET /partner/v1/link HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    @Test
    void knowsTheStatusOfAnAnswer() throws Exception {
        assertThat(read("HTTP/1.1 101 \r\n\r\n").status()).isEqualTo(101);
        assertThat(read("HTTP/1.1 401 Unauthorized\r\n\r\n").status()).isEqualTo(401);
        assertThat(read("SSH-2.0\r\n\r\n").status()).isZero();
    }

    @Test
    void isRefusedWhereItMakesNoSense() {
        assertThatThrownBy(() -> read("GET / HTTP/1.1\r\n: x\r\n\r\n")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("GET / HTTP/1.1\r\n")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("GET /" + "a".repeat(32 * 1024))).isInstanceOf(IOException.class);
    }

    private static HttpHead read(String text) throws IOException {
        return HttpHead.read(new ByteArrayInputStream(text.getBytes(ISO_8859_1)));
    }
}
