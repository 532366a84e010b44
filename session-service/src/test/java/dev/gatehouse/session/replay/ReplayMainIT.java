package dev.gatehouse.session.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.servercode.GameDefinition;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.player.desync.KeptDesync;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;

class ReplayMainIT {

    @Test
    void playsWithTheGamesThatAreBeans(@TempDir Path folder) throws IOException {
        var kept = Files.write(
                folder.resolve("desync"), KeptDesync.repeatable().encode().toByteArray());

        assertThat(ReplayMain.run(List.of(kept.toString()), () -> ReplayMain.games(PurseJar.class)))
                .isZero();
    }

    @Test
    void playsBesideAServiceThatIsUp(@TempDir Path folder) throws IOException {
        var kept = Files.write(
                folder.resolve("desync"), KeptDesync.repeatable().encode().toByteArray());

        try (var taken = new ServerSocket(0)) {
            System.setProperty("server.port", String.valueOf(taken.getLocalPort()));

            assertThat(ReplayMain.run(List.of(kept.toString()), () -> ReplayMain.games(PurseJar.class)))
                    .isZero();
        } finally {
            System.clearProperty("server.port");
        }
    }

    static final class PurseJar {
        @Bean
        GameDefinition purse() {
            return Purse.GAME;
        }
    }
}
