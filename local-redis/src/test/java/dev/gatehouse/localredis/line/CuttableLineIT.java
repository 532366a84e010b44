package dev.gatehouse.localredis.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class CuttableLineIT {

    @SuppressWarnings("NullAway.Init")
    private ServerSocket far;

    @SuppressWarnings("NullAway.Init")
    private CuttableLine line;

    @BeforeEach
    void open() throws IOException {
        far = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        line = CuttableLine.to(far.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        far.close();
    }

    @Test
    void carriesBothWays() throws IOException {
        try (Socket near = dial();
                Socket answered = far.accept()) {
            near.getOutputStream().write('a');
            answered.getOutputStream().write('b');

            assertThat(answered.getInputStream().read()).isEqualTo('a');
            assertThat(near.getInputStream().read()).isEqualTo('b');
        }
    }

    @Test
    void bringsInOrderWhatIsLate() throws IOException {
        try (Socket near = dial();
                Socket answered = far.accept()) {
            carry(near, answered);
            var late = Duration.ofMillis(200);
            line.delay(late);
            var sent = System.nanoTime();

            near.getOutputStream().write('a');
            near.getOutputStream().write('b');

            assertThat(answered.getInputStream().read()).isEqualTo('a');
            assertThat(Duration.ofNanos(System.nanoTime() - sent)).isGreaterThanOrEqualTo(late);
            assertThat(answered.getInputStream().read()).isEqualTo('b');
        }
    }

    @Test
    void losesWhatIsSentWhileMute() throws IOException {
        try (Socket near = dial();
                Socket answered = far.accept()) {
            carry(near, answered);
            line.mute();

            near.getOutputStream().write('a');
            answered.getOutputStream().write('b');

            assertIsOpenAndQuiet(answered);
            assertIsOpenAndQuiet(near);
        }
    }

    @Test
    void endsBothEndsWhenCut() throws IOException {
        try (Socket near = dial();
                Socket answered = far.accept()) {
            carry(near, answered);

            line.cut();

            assertThatIOException().isThrownBy(() -> near.getInputStream().read());
            assertThatIOException().isThrownBy(() -> answered.getInputStream().read());
        }
    }

    @Test
    void worksAgainAfterACut() throws IOException {
        try (Socket near = dial();
                Socket answered = far.accept()) {
            carry(near, answered);
            line.cut();
        }

        try (Socket near = dial();
                Socket answered = far.accept()) {
            carry(near, answered);
        }
    }

    @Test
    void hangsUpWhereNobodyAnswers() throws IOException {
        far.close();

        try (Socket near = dial()) {
            near.setSoTimeout(5_000);

            assertThat(near.getInputStream().read()).isEqualTo(-1);
        }
    }

    private static void assertIsOpenAndQuiet(Socket socket) throws IOException {
        socket.setSoTimeout(100);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
    }

    private Socket dial() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), line.port());
    }

    private static void carry(Socket near, Socket answered) throws IOException {
        near.getOutputStream().write('x');
        assertThat(answered.getInputStream().read()).isEqualTo('x');
    }
}
