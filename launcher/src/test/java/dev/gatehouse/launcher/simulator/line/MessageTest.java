package dev.gatehouse.launcher.simulator.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536, 200_000})
    void isReadAsItWasWritten(int length) throws Exception {
        var text = "x".repeat(length);

        assertThat(read(written(Message.text(text), true)).next().text()).isEqualTo(text);
        assertThat(read(written(Message.text(text), false)).next().text()).isEqualTo(text);
    }

    /// The examples of RFC 6455, section 5.7.
    @Test
    void isReadMaskedAndInPieces() throws Exception {
        assertThat(read("818537fa213d7f9f4d5158").next().text()).isEqualTo("Hello");

        var pieces = read("010348656c" + "890548656c6c6f" + "80026c6f");
        assertThat(pieces.next().isText()).isFalse();
        assertThat(pieces.next().text()).isEqualTo("Hello");
    }

    @Test
    void isRefusedWhereItIsTooLongOrEndsTooEarly() {
        assertThatThrownBy(() -> read("817f7fffffffffffffff").next())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected: <= 1048576");
        assertThatThrownBy(() -> read("81054865").next()).isInstanceOf(IOException.class);
    }

    private static MessageReader read(String hex) {
        return read(HexFormat.of().parseHex(hex));
    }

    private static MessageReader read(byte[] bytes) {
        return new MessageReader(new ByteArrayInputStream(bytes));
    }

    private static byte[] written(Message message, boolean masked) throws IOException {
        var bytes = new ByteArrayOutputStream();
        message.write(bytes, masked);
        return bytes.toByteArray();
    }
}
