package dev.gatehouse.launcher.wiring;

import static java.util.stream.Collectors.joining;

import dev.gatehouse.launcher.settings.Ports;
import dev.gatehouse.launcher.settings.Replicas;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Where a suite that is up can be reached, in lines for people.
record Addresses(Ports ports, Replicas replicas) {

    List<String> lines() {
        String proxies = oneOf(replicas.proxies(), ports::proxy);
        String sessions = oneOf(replicas.sessionNodes(), ports::session);
        return List.of(
                "everything is up; Ctrl-C stops it",
                "  players     ws://127.0.0.1:%s/v1/connect, http://127.0.0.1:%1$s/v1/guests".formatted(proxies),
                "  operators   http://127.0.0.1:%s/admin/v1/games/goldrush/rules".formatted(sessions),
                "  backends    POST http://127.0.0.1:%d/v1/game-instances".formatted(ports.instance()),
                "  tokens      ./gatehouse token --game goldrush --player alice, ./gatehouse token --operator",
                "  metrics     http://127.0.0.1:{%s,%s,%d}/actuator/prometheus"
                        .formatted(
                                inARow(replicas.proxies(), number -> Ports.management(ports.proxy(number))),
                                inARow(replicas.sessionNodes(), number -> Ports.management(ports.session(number))),
                                Ports.management(ports.instance())));
    }

    private static String oneOf(int count, IntUnaryOperator port) {
        String row = inARow(count, port);
        return count == 1 ? row : "{" + row + "}";
    }

    private static String inARow(int count, IntUnaryOperator port) {
        return IntStream.rangeClosed(1, count)
                .map(port)
                .mapToObj(Integer::toString)
                .collect(joining(","));
    }
}
