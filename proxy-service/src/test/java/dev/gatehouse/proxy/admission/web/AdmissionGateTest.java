package dev.gatehouse.proxy.admission.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.proxy.admission.Admission;
import dev.gatehouse.proxy.admission.AdmissionSettings;
import dev.gatehouse.proxy.admission.Place;
import dev.gatehouse.proxy.forwarded.ClientAddresses;
import dev.gatehouse.proxy.forwarded.ForwardedProperties;
import dev.gatehouse.proxy.refusal.web.HttpRefusals;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

class AdmissionGateTest {

    private final AdmissionGate gate = new AdmissionGate(
            AdmissionGate.Doors.of("/accounts", "/sockets"),
            new ClientAddresses(Binder.get(new MockEnvironment())
                    .bindOrCreate("gatehouse.proxy.forwarded", ForwardedProperties.class)),
            new Admission(AdmissionSettings.with("max-connections=1"), () -> 0, _ -> Mono.just(0L)),
            new HttpRefusals(new JsonMapper()));

    private final List<Place> open = new ArrayList<>();

    @Test
    void countsASocketOnceFromItsRequestToItsEnd() {
        assertThat(asks(this::opens)).isNull();
        assertThat(asks(this::opens)).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);

        open.removeFirst().giveBack();
        assertThat(asks(this::opens)).isNull();
        assertThat(asks(this::opens)).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    }

    @Test
    void givesBackThePlaceOfARequestThatComesToNoSocket() {
        assertThat(asks(_ -> Mono.empty())).isNull();
        assertThat(asks(_ -> Mono.error(new IllegalStateException("broken")))).isNull();

        assertThat(asks(this::opens)).isNull();
    }

    @Test
    void takesNoPlaceForWhoIsRefused() {
        asks(this::opens);
        var refused = gate.filter(request(), this::opens);

        open.removeFirst().giveBack();
        assertThat(asks(this::opens)).isNull();
        refused.block();
    }

    @Test
    void keepsThePlaceOfARequestThatIsUnderWay() {
        var underWay = gate.filter(request(), _ -> Mono.never()).subscribe();
        assertThat(asks(this::opens)).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);

        underWay.dispose();
        assertThat(asks(this::opens)).isNull();
    }

    private Mono<Void> opens(ServerWebExchange exchange) {
        return Mono.fromRunnable(
                () -> open.add(Place.claim(exchange.getAttributes()).orElseThrow()));
    }

    /// The status that the gate has answered with; null where it has let the request through.
    private @Nullable HttpStatusCode asks(WebFilterChain chain) {
        var exchange = request();
        gate.filter(exchange, chain).onErrorComplete().block();
        return exchange.getResponse().getStatusCode();
    }

    private static MockServerWebExchange request() {
        return MockServerWebExchange.from(
                MockServerHttpRequest.get("/sockets").remoteAddress(new InetSocketAddress("203.0.113.7", 4711)));
    }
}
