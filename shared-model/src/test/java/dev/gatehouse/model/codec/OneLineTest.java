package dev.gatehouse.model.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.codec.json.JsonSignature;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a sender writes stands in the logs of whoever reads it.
class OneLineTest {

    @Test
    void showsWhatBreaksALineAsAQuestionMark() {
        assertThat(OneLine.of("a\nb\r\u0085\u2028\u2029\u001B[31m \u009B31m ü")).isEqualTo("a?b?????[31m ?31m ü");
    }

    @Test
    void holdsWhatAConstructorSaysOfIt() {
        var refused = catchThrowableOfType(
                DecodeException.class, () -> JsonCodec.of(Guest.class).decode("{\"name\":\"x\\nERROR all is lost\"}"));

        assertThat(refused).hasMessage("name: x?ERROR all is lost");
    }

    @Test
    void holdsANameThatNobodyKnows() {
        var signature = JsonSignature.of("greet", List.of(), null);

        var refused = catchThrowableOfType(
                DecodeException.class, () -> signature.read(new JsonText("{\"x\\nERROR all is lost\":1}")));

        assertThat(refused).hasMessage("x?ERROR all is lost: unknown");
    }

    record Guest(@Member(1) String name) {

        Guest {
            if (!name.isEmpty()) {
                throw new IllegalArgumentException("name: " + name);
            }
        }
    }
}
