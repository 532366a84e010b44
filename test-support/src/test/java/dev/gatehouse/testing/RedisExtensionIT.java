package dev.gatehouse.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisExtensionIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @RepeatedTest(2)
    void isEmptyBeforeEachTest() throws IOException {
        assertThat(ask("INCR counter")).isEqualTo(":1");
    }

    @Test
    void isTheSameForEverybody(RedisExtension other) {
        assertThat(other.port()).isEqualTo(new RedisExtension().port());
    }

    private static String ask(String command) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), REDIS.port())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
