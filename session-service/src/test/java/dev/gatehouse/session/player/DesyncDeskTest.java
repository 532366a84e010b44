package dev.gatehouse.session.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.session.player.DesyncBundle.MemberDifference;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DesyncDeskTest {

    @Test
    void logsWhereModelsDifferAndNotWhatIsThere() {
        var differences = List.of(
                new MemberDifference("/gold", new JsonText("12"), new JsonText("13")),
                new MemberDifference("/name", new JsonText("\"Alice Liddell\""), null));

        assertThat(DesyncDesk.places(differences)).isEqualTo("/gold; /name");
    }

    @Test
    void logsOneLineWhateverAClientsKeysAre() {
        var difference = new MemberDifference("/names/a\nERROR all is lost\r\u2028", null, null);

        assertThat(DesyncDesk.places(List.of(difference))).isEqualTo("/names/a?ERROR all is lost??");
    }

    @Test
    void logsNoMoreThanALineHolds() {
        var difference = new MemberDifference("/" + "x".repeat(1_000), null, null);

        assertThat(DesyncDesk.places(Collections.nCopies(50, difference))).hasSizeLessThan(20 * 206);
    }
}
