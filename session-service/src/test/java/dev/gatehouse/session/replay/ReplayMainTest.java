package dev.gatehouse.session.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.player.desync.KeptDesync;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `./gatehouse replay` ends with.
class ReplayMainTest {

    @TempDir
    private Path folder;

    @Test
    void endsWithZeroWhereTheCodeDoesTheSame() throws IOException {
        assertThat(replay(fileOf(KeptDesync.repeatable().encode()))).isZero();
    }

    @Test
    void endsWithOneWhereTheCodeDoesSomethingElse() throws IOException {
        assertThat(replay(fileOf(KeptDesync.ofOtherCode().encode()))).isEqualTo(1);
    }

    @Test
    void endsWithTwoWhereNothingIsPlayed() throws IOException {
        var kept = fileOf(KeptDesync.repeatable().encode());

        assertThat(replay()).isEqualTo(2);
        assertThat(replay(folder.resolve("nothing").toString())).isEqualTo(2);
        assertThat(replay(fileOf(ByteString.copyFromUtf8("no desync")))).isEqualTo(2);
        assertThat(replay(fileOf(KeptDesync.ofAnotherGame().encode()))).isEqualTo(2);
        assertThat(replay(fileOf(KeptDesync.withoutItsPlayer().encode()))).isEqualTo(2);
        assertThat(ReplayMain.run(List.of(kept), () -> {
                    throw new NoClassDefFoundError("dev/gatehouse/Purse");
                }))
                .isEqualTo(2);
    }

    private static int replay(String... arguments) {
        return ReplayMain.run(List.of(arguments), () -> List.of(Purse.GAME));
    }

    private String fileOf(ByteString bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "desync", null), bytes.toByteArray())
                .toString();
    }
}
