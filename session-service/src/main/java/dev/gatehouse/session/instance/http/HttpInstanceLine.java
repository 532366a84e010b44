package dev.gatehouse.session.instance.http;

import static java.net.HttpURLConnection.HTTP_OK;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.JsonCodec;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.instance.InstanceRequest;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.servercode.InstanceAnswer;
import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.registry.node.http.InternalCalls;
import dev.gatehouse.session.instance.InstanceLine;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks one of the live nodes, and another one where the first cannot be reached: whatever is asked may be asked again.
public final class HttpInstanceLine implements InstanceLine {

    /// Longer than the service waits for a game's rules.
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /// More would keep a caller for too long.
    private static final int MOST_NODES = 2;

    private static final Logger log = LoggerFactory.getLogger(HttpInstanceLine.class);
    private static final JsonCodec<InstanceRequest> REQUEST = JsonCodec.of(InstanceRequest.class);
    private static final JsonCodec<InstanceAnswer> ANSWER = JsonCodec.of(InstanceAnswer.class);

    private final InternalCalls calls;
    private final Supplier<List<URI>> nodes;

    /// @param nodes the live ones, the one to ask first; fails with [RegistryUnavailableException] where that cannot be
    ///     known
    public HttpInstanceLine(InternalCalls calls, Supplier<List<URI>> nodes) {
        this.calls = calls;
        this.nodes = nodes;
    }

    @Override
    public InstanceAnswer ask(GameId game, InstanceRequest request) throws InterruptedException {
        var path = "/games/" + InternalCalls.segment(game.value()) + "/instance-requests";
        var body = REQUEST.encode(request);
        for (var node : known()) {
            var answer = answerOf(node, path, body);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return InstanceAnswer.refused(PartnerError.UNAVAILABLE);
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
    private Optional<InstanceAnswer> answerOf(URI node, String path, String body) throws InterruptedException {
        try {
            var response = calls.post(node, path, body, TIMEOUT);
            if (response.statusCode() == HTTP_OK) {
                return Optional.of(ANSWER.decode(response.body()));
            }
            log.warn("{} answered {}.", node, response.statusCode());
            return Optional.empty();
        } catch (IOException | DecodeException e) {
            log.warn("{} did not answer: {}", node, e.toString());
            return Optional.empty();
        }
    }
}
