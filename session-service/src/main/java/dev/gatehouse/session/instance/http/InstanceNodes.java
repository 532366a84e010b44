package dev.gatehouse.session.instance.http;

import static java.net.HttpURLConnection.HTTP_OK;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.registry.node.http.InternalCalls;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The live nodes of the game-instance-service. Asks one, and another where the first cannot be reached: whatever is
/// asked may be asked again. Blocks; safe to use from any thread.
public final class InstanceNodes {

    /// Longer than the service waits for a game's rules.
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /// More would keep a caller for too long.
    private static final int MOST_NODES = 2;

    private static final Logger log = LoggerFactory.getLogger(InstanceNodes.class);

    private final InternalCalls calls;
    private final Supplier<List<URI>> nodes;

    /// @param nodes the live ones, the one to ask first; fails with [RegistryUnavailableException] where that cannot be
    ///     known
    public InstanceNodes(InternalCalls calls, Supplier<List<URI>> nodes) {
        this.calls = calls;
        this.nodes = nodes;
    }

    /// @param path below `/internal/v1`
    /// @return empty where nobody can be asked, or answers in time
    <T> Optional<T> ask(String path, String body, JsonCodec<T> answers) throws InterruptedException {
        for (var node : known()) {
            var answer = answerOf(node, path, body, answers);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    private List<URI> known() {
        try {
            return nodes.get().stream().limit(MOST_NODES).toList();
        } catch (RegistryUnavailableException e) {
            log.warn("No game-instance-service is known: {}", e.getMessage());
            return List.of();
        }
    }

    /// @return empty where another node may be asked in its place
    private <T> Optional<T> answerOf(URI node, String path, String body, JsonCodec<T> answers)
            throws InterruptedException {
        try {
            var response = calls.post(node, path, body, TIMEOUT);
            if (response.statusCode() == HTTP_OK) {
                return Optional.of(answers.decode(response.body()));
            }
            log.warn("{} answered {}.", node, response.statusCode());
            return Optional.empty();
        } catch (IOException | DecodeException e) {
            log.warn("{} did not answer: {}", node, e.toString());
            return Optional.empty();
        }
    }
}
