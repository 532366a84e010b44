package dev.gatehouse.client.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.client.websocket.MessageParts.Added;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MessagePartsTest {

    private final MessageParts parts = new MessageParts(10);

    @Test
    void putsPartsTogether() {
        assertThat(parts.add(bytes("ab"), false)).isEqualTo(new Added.More());
        assertThat(parts.add(bytes(""), false)).isEqualTo(new Added.More());
        assertThat(text(parts.add(bytes("c"), true))).isEqualTo("abc");
        assertThat(text(parts.add(bytes("next"), true))).isEqualTo("next");
    }

    @Test
    void keepsACharacterWholeThatIsSplitBetweenParts() {
        var gold = "🪙";

        assertThat(parts.add(gold.substring(0, 1), false)).isEqualTo(new Added.More());
        assertThat(text(parts.add(gold.substring(1), true))).isEqualTo(gold);
    }

    @Test
    void boundsAMessageByAllItsParts() {
        assertThat(parts.add(bytes("123456"), false)).isEqualTo(new Added.More());
        assertThat(parts.add(bytes("78901"), true)).isEqualTo(new Added.TooLarge());
        assertThat(new MessageParts(10).add("ééééééé", true)).isEqualTo(new Added.TooLarge());
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Added added) {
        assertThat(added).isInstanceOf(Added.Whole.class);
        return new String(((Added.Whole) added).message(), StandardCharsets.UTF_8);
    }
}
