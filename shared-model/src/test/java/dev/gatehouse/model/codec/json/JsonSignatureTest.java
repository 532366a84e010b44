package dev.gatehouse.model.codec.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.schema.SchemaException;
import dev.gatehouse.model.schema.ServerOnly;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonSignatureTest {

    @Test
    void takesAResultWhoseClientsCanDoWithoutWhatIsHidden() {
        var signature = JsonSignature.of("judge", List.of(), Verdict.class);

        assertThat(signature.write(new Verdict(1, 2))).isEqualTo(new JsonText("{\"seen\":1}"));
    }

    @Test
    void refusesAResultThatNoClientCouldRead() {
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> JsonSignature.of("judge", List.of(), Sealed.class))
                .withMessageContaining("hidden: is @ServerOnly and has no absent value for clients");
    }

    record Verdict(
            @Member(1) int seen, @Member(2) @ServerOnly int hidden) {}

    record Positive(@Member(1) int value) {

        Positive {
            if (value <= 0) {
                throw new IllegalArgumentException("value: " + value);
            }
        }
    }

    record Sealed(
            @Member(1) int seen, @Member(2) @ServerOnly Positive hidden) {}
}
