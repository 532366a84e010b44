package dev.gatehouse.proxy.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.proxy.connection.ConnectionProperties.HandshakeProperties;
import dev.gatehouse.proxy.connection.ConnectionProperties.SendProperties;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class ConnectionPropertiesTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner().withUserConfiguration(Bound.class);

    @Test
    void startsWithSafeDefaults() {
        var expected = new ConnectionProperties(
                "gatehouse",
                List.of("http://localhost:*", "http://127.0.0.1:*"),
                false,
                new HandshakeProperties(Duration.ofSeconds(4), Duration.ofSeconds(20), DataSize.ofKilobytes(16)),
                DataSize.ofMegabytes(5),
                1024,
                new SendProperties(
                        DataSize.ofKilobytes(256),
                        DataSize.ofKilobytes(64),
                        DataSize.ofMegabytes(4),
                        Duration.ofSeconds(30)),
                Duration.ofSeconds(5));

        context.run(it -> assertThat(it.getBean(ConnectionProperties.class)).isEqualTo(expected));
    }

    @Test
    void refusesToResumeBeforeItPauses() {
        context.withPropertyValues("gatehouse.proxy.send.resume-below=1MB")
                .run(it -> assertThat(it)
                        .getFailure()
                        .rootCause()
                        .hasMessage("send.resumeBelow: 1048576B (expected: 1B to send.pauseAbove 262144B)"));
    }

    @Test
    void refusesToWaitForLessThanNothing() {
        context.withPropertyValues("gatehouse.proxy.send.resume-below=0B")
                .run(it -> assertThat(it)
                        .getFailure()
                        .rootCause()
                        .hasMessage("send.resumeBelow: 0B (expected: 1B to send.pauseAbove 262144B)"));
    }

    @Test
    void refusesToWaitForNoHello() {
        context.withPropertyValues("gatehouse.proxy.handshake.timeout=0s")
                .run(it ->
                        assertThat(it).getFailure().rootCause().hasMessage("handshake.timeout: PT0S (expected: > 0)"));
    }

    @EnableConfigurationProperties(ConnectionProperties.class)
    static class Bound {}
}
