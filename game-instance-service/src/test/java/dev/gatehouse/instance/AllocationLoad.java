package dev.gatehouse.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.InstanceId;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/// Makes instances of one player whose servers are there at once, and ends each once it runs.
final class AllocationLoad {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ServiceUnderTest service;
    private final ServersAtOnce servers;
    private final String[] operator;
    private final AtomicInteger keys = new AtomicInteger();

    AllocationLoad(ServiceUnderTest service, ServersAtOnce servers) throws Exception {
        this.service = service;
        this.servers = servers;
        this.operator = service.operator(ServiceUnderTest.READ_AND_WRITE);
    }

    /// @param took from the request until the instance ran, sorted
    /// @param all from the first request until the last instance was over
    record Result(List<Duration> took, Duration all) {

        Duration at(double part) {
            return took.get((int) Math.min(took.size() - 1L, (long) (took.size() * part)));
        }

        double perSecond() {
            return took.size() / (all.toNanos() / 1e9);
        }
    }

    /// @param atOnce so many, each one after the other
    Result make(int instances, int atOnce) throws Exception {
        var begun = System.nanoTime();
        try (var threads =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            var took = all(
                    threads,
                    IntStream.range(0, instances)
                            .<Callable<Duration>>mapToObj(_ -> this::make)
                            .toList());
            return new Result(took, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private static List<Duration> all(ExecutorService threads, List<Callable<Duration>> tasks) throws Exception {
        var waiting = tasks.stream().map(threads::submit).toList();
        var took = new Duration[waiting.size()];
        for (int i = 0; i < took.length; i++) {
            took[i] = waiting.get(i).get(ServiceUnderTest.SOON.toSeconds(), TimeUnit.SECONDS);
        }
        return Arrays.stream(took).sorted().toList();
    }

    private Duration make() throws Exception {
        var key = "load-" + keys.incrementAndGet();
        var begun = System.nanoTime();
        var response = service.post(service.api(""), ServiceUnderTest.creation(key, "alice"), operator);
        var id = idOf(response);
        try (var link = servers.running(id).get(ServiceUnderTest.SOON.toSeconds(), TimeUnit.SECONDS)) {
            var took = Duration.ofNanos(System.nanoTime() - begun);
            link.ask(ServersAtOnce.request("end", id, ",\"why\":\"done\""));
            return took;
        }
    }

    private static InstanceId idOf(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return new InstanceId(JSON.readTree(response.body()).get("id").stringValue());
    }
}
