package dev.gatehouse.launcher.demo;

import dev.gatehouse.launcher.settings.Ports;
import java.net.URI;
import java.util.List;

/// Where the services of this suite answer.
public record Endpoints(Ports ports) {

    URI proxy() {
        return http(ports.proxy());
    }

    /// Where players open their sockets.
    URI connect() {
        return connect(ports.proxy());
    }

    /// The same, through a line that listens on this port.
    URI connect(int port) {
        return URI.create("ws://127.0.0.1:" + port + "/v1/connect");
    }

    URI sessions() {
        return http(ports.session());
    }

    URI instances() {
        return http(ports.instance());
    }

    /// In the order proxy, session, instance.
    List<URI> metrics() {
        return List.of(metrics(ports.proxy()), metrics(ports.session()), metrics(ports.instance()));
    }

    private static URI metrics(int port) {
        return http(Ports.management(port)).resolve("/actuator/prometheus");
    }

    private static URI http(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
