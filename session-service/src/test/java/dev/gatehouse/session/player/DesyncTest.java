package dev.gatehouse.session.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.codec.ModelDiff;
import dev.gatehouse.model.schema.JsonText;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DesyncTest {

    @Test
    void saysWhereModelsDifferAndNotWhatIsThere() {
        var differences = List.of(
                new ModelDiff.Change("/gold", new JsonText("12"), new JsonText("13")),
                new ModelDiff.Change("/name", new JsonText("\"Alice Liddell\""), null));

        assertThat(Desync.places(differences)).isEqualTo("/gold; /name");
    }

    @Test
    void saysNoMoreThanALineHolds() {
        var difference = new ModelDiff.Change("/" + "x".repeat(1_000), null, null);

        assertThat(Desync.places(Collections.nCopies(50, difference))).hasSizeLessThan(20 * 206);
    }
}
