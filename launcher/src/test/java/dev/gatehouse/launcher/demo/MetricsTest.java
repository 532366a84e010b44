package dev.gatehouse.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final Metrics METRICS = new Metrics("""
            # HELP gatehouse_proxy_handshakes_total how they ended
            # TYPE gatehouse_proxy_handshakes_total counter
            gatehouse_proxy_handshakes_total{application="proxy",result="started"} 3.0
            gatehouse_proxy_handshakes_total{application="proxy",result="resumed"} 1.0
            gatehouse_proxy_connections 2.0
            jvm_memory_max_bytes{area="heap"} 1.34217728E8
            """);

    @Test
    void addsUpAllLabels() {
        assertThat(METRICS.sum("gatehouse_proxy_handshakes_total")).isEqualTo(4.0);
    }

    @Test
    void picksTheLabelThatIsAskedFor() {
        assertThat(METRICS.sum("gatehouse_proxy_handshakes_total", "result=\"resumed\""))
                .isEqualTo(1.0);
    }

    @Test
    void readsAMetricWithoutLabels() {
        assertThat(METRICS.sum("gatehouse_proxy_connections")).isEqualTo(2.0);
    }

    @Test
    void takesWhatIsAbsentAsNothing() {
        assertThat(METRICS.sum("gatehouse_proxy_handshakes")).isZero();
    }
}
