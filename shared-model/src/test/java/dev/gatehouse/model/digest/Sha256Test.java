package dev.gatehouse.model.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Sha256Test {

    /// The first two are of FIPS 180-2, appendix B and RFC 6234; the third was made with another implementation.
    @ParameterizedTest
    @CsvSource({
        "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "Grüße, f83e039796c6453a10f5519e39fd113901572316a1a8ea07cb525d2801dfd074"
    })
    void isTheDigestOfTheUtf8(String text, String hex) {
        assertThat(Sha256.hex(text)).isEqualTo(hex);
    }

    @Test
    void hasThirtyTwoBytes() {
        assertThat(Sha256.of("abc")).hasSize(32).startsWith(0xba, 0x78);
    }
}
