package dev.gatehouse.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalsTest {

    @Test
    void tampersWithTheSignatureOnly() {
        assertThat(Refusals.tampered("head.claims.abcdefg")).isEqualTo("head.claims.abcAefg");
        assertThat(Refusals.tampered("head.claims.abcAefg")).isEqualTo("head.claims.abcBefg");
    }
}
