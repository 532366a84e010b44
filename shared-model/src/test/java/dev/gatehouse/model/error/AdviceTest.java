package dev.gatehouse.model.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTest {

    @ParameterizedTest
    @CsvSource({"4000, RECONNECT", "4001, RECONNECT_LATER", "4499, RECONNECT", "4502, LOGIN", "4999, INFORM"})
    void tellsAnOldSdkWhatToDoAboutANewCloseCode(int closeCode, Advice expected) {
        assertThat(Advice.ofCloseCode(closeCode)).isEqualTo(expected);
    }

    @Test
    void knowsOnlyItsOwnRange() {
        assertThatThrownBy(() -> Advice.ofCloseCode(1006))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("closeCode: 1006 (expected: 4000 to 4999)");
    }

    @ParameterizedTest
    @CsvSource({
        "RECONNECT, true",
        "RECONNECT_LATER, true",
        "INFORM, false",
        "UPDATE, false",
        "LOGIN, false",
        "NONE, false"
    })
    void reconnectsOnlyWhereARetryMakesSense(Advice advice, boolean expected) {
        assertThat(advice.reconnects()).isEqualTo(expected);
    }
}
