package dev.gatehouse.instance.partner.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.partner.web.TextParts.So;
import dev.gatehouse.instance.partner.web.TextParts.So.Far;
import dev.gatehouse.instance.partner.web.TextParts.So.TooLong;
import dev.gatehouse.instance.partner.web.TextParts.So.Whole;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.TextMessage;

class TextPartsTest {

    private final TextParts parts = new TextParts(6);

    @Test
    void putsMessagesTogether() {
        assertThat(last("one")).isEqualTo(new Whole("one"));
        assertThat(part("tw")).isEqualTo(new Far());
        assertThat(part("")).isEqualTo(new Far());
        assertThat(last("o")).isEqualTo(new Whole("two"));
        assertThat(last("123456")).isEqualTo(new Whole("123456"));
    }

    @Test
    void saysOnceThatOneIsTooLongAndHearsTheNext() {
        assertThat(part("12345")).isEqualTo(new Far());
        assertThat(part("67")).isEqualTo(new TooLong());
        assertThat(part("8901234567890")).isEqualTo(new Far());
        assertThat(last("1")).isEqualTo(new Far());

        assertThat(last("next")).isEqualTo(new Whole("next"));
        assertThat(last("1234567")).isEqualTo(new TooLong());
        assertThat(last("next")).isEqualTo(new Whole("next"));
    }

    private So part(String text) {
        return parts.add(new TextMessage(text, false));
    }

    private So last(String text) {
        return parts.add(new TextMessage(text));
    }
}
