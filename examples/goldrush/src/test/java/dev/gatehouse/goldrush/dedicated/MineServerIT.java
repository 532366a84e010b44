package dev.gatehouse.goldrush.dedicated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.goldrush.bot.MineVisitor;
import dev.gatehouse.goldrush.bot.TurnedAwayException;
import dev.gatehouse.model.id.PlayerId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MineServerIT {

    private final FakeBackstage backstage = new FakeBackstage();
    private final ServerSocket door = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    private final MineServer server = new MineServer(door, backstage);

    MineServerIT() throws IOException {}

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void takesAPlayerFromTheTicketToTheReward() throws Exception {
        try (var alice = enter("alice-ticket")) {
            assertThat(alice.player()).isEqualTo(new PlayerId("alice"));
            assertThat(alice.dig()).isEqualTo(1);
            assertThat(alice.dig()).isEqualTo(2);
            assertThat(alice.leave()).isEqualTo(2);
        }

        assertThat(backstage.ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(backstage.calls).containsExactly("accept alice-ticket", "reward alice 2", "left alice", "end");
    }

    @Test
    void turnsAwayWithTheCode() {
        assertThatExceptionOfType(TurnedAwayException.class)
                .isThrownBy(() -> enter("forged"))
                .returns("ticket_invalid", TurnedAwayException::code);
    }

    @Test
    void outlivesSomebodyWhoTalksTooMuch() throws Exception {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> enter("x".repeat(5_000)));

        try (var alice = enter("alice-ticket")) {
            assertThat(alice.dig()).isEqualTo(1);
        }
    }

    private MineVisitor enter(String ticket) throws IOException, TurnedAwayException {
        return MineVisitor.enter("127.0.0.1", door.getLocalPort(), ticket, Duration.ofSeconds(5));
    }
}
