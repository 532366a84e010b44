package dev.gatehouse.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.RedisExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// A service of its own: whatever server starts, starts for this request.
class EqualRequestsIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    @DisplayName("F55: one request fifty times at once: one instance, one server, fifty equal answers")
    void makeOneInstanceOfFiftyEqualRequestsAtOnce(@TempDir Path folder) throws Exception {
        try (var service = new ServiceUnderTest(folder, REDIS.port(), "cat", Map.of())) {
            service.announce();
            Callable<String> request = () -> service.post(
                            service.api(""),
                            ServiceUnderTest.creation("fifty", "alice"),
                            service.operator(ServiceUnderTest.READ_AND_WRITE))
                    .body();
            var ids = new TreeSet<String>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var answer : threads.invokeAll(Collections.nCopies(50, request))) {
                    ids.add(JSON.readTree(answer.get()).get("id").stringValue());
                }
            }

            assertThat(ids).hasSize(1);
            var allocated = service.awaitState(ids.first(), "allocated");
            try (var files = Files.list(folder.resolve("run"))) {
                assertThat(files).containsExactly(service.pidFile(allocated));
            }
            service.call("/" + ids.first() + "/end", "{}", 200);
            System.out.printf("F55: one request 50 times at once: distinct = %d%n", ids.size());
        }
    }
}
