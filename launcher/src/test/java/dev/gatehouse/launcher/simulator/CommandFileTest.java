package dev.gatehouse.launcher.simulator;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path path;

    @SuppressWarnings("NullAway.Init")
    private CommandFile file;

    @BeforeEach
    void name() {
        path = folder.resolve("commands");
        file = new CommandFile(path);
    }

    @Test
    void readsEachLineOnceAndOnlyWhole() throws Exception {
        assertThat(file.newLines()).isEmpty();

        Files.writeString(path, "allocate alice\nadd 1 b");
        assertThat(file.newLines()).containsExactly("allocate alice");
        assertThat(file.newLines()).isEmpty();

        Files.writeString(path, "öb\nstatus\n", APPEND);
        assertThat(file.newLines()).containsExactly("add 1 böb", "status");
        assertThat(file.newLines()).isEmpty();
    }

    @Test
    void beginsAnewWithAFileThatIsShorterOrWasGone() throws Exception {
        Files.writeString(path, "allocate alice\nstatus\n");
        assertThat(file.newLines()).hasSize(2);

        Files.writeString(path, "end 1\n");
        assertThat(file.newLines()).containsExactly("end 1");

        Files.delete(path);
        assertThat(file.newLines()).isEmpty();
        Files.writeString(path, "end 2\n");
        assertThat(file.newLines()).containsExactly("end 2");
    }

    @Test
    void beginsAnewWithAFileThatBeginsOtherwise() throws Exception {
        Files.writeString(path, "allocate alice\nstatus\n");
        assertThat(file.newLines()).hasSize(2);

        Files.writeString(path, "allocate carol\nstatus\n");
        assertThat(file.newLines()).containsExactly("allocate carol", "status");

        Files.writeString(path, "allocate alice dave\nstatus\nend 1\n");
        assertThat(file.newLines()).containsExactly("allocate alice dave", "status", "end 1");
    }

    @Test
    void goesOnInAFileThatWasWrittenAnewWithMoreBehind() throws Exception {
        Files.writeString(path, "allocate alice\nsta");
        assertThat(file.newLines()).containsExactly("allocate alice");

        Files.delete(path);
        Files.writeString(path, "allocate alice\nend 1\n");
        assertThat(file.newLines()).containsExactly("end 1");
    }

    @Test
    void refusesALineWithoutEnd() throws Exception {
        Files.writeString(path, "a".repeat(64 * 1024));

        assertThatThrownBy(file::newLines)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a line of more than 65536 bytes");
    }
}
