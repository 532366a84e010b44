package dev.gatehouse.webhook.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.GameServerProvider;
import dev.gatehouse.providerkit.TestHost;
import dev.gatehouse.providerkit.http.HttpStandIn;
import dev.gatehouse.providerkit.http.HttpStandIn.Reply;
import dev.gatehouse.providerkit.http.HttpStandIn.Request;
import dev.gatehouse.webhook.WebhookMessages.Allocated;
import dev.gatehouse.webhook.WebhookMessages.Listed;
import dev.gatehouse.webhook.WebhookMessages.Page;
import dev.gatehouse.webhook.WebhookMessages.Wanted;
import dev.gatehouse.webhook.WebhookProvider;
import dev.gatehouse.webhook.signature.RequestSigner;
import dev.gatehouse.webhook.signature.RequestVerifier;
import dev.gatehouse.webhook.signature.SignedRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A vendor as `docs/providers/webhook.openapi.yaml` describes it. Its servers are entries of a map, its pages have
/// two.
final class ScriptedVendor implements TestHost {

    private static final byte[] KEY = "a key of thirty-two bytes at least".getBytes(UTF_8);
    private static final String ROOT = "/gatehouse";
    private static final int PAGE = 2;
    private static final Pattern QUERY = Pattern.compile("suite=([^&]+)(?:&after=(\\d+))?");

    private final HttpStandIn http = new HttpStandIn(this::answer);
    private final RequestVerifier verifier = new RequestVerifier("gatehouse", KEY, InstantSource.system());
    private final AtomicInteger nonces = new AtomicInteger();
    private final WebhookProvider provider;
    private final Map<ServerId, Running> running = new LinkedHashMap<>(); // Guarded by this.
    private int started; // Guarded by this.

    private record Running(Wanted wanted, String hostId) {

        Listed listed() {
            return new Listed(wanted.serverId(), wanted.instanceId(), hostId);
        }
    }

    ScriptedVendor() throws IOException {
        provider = providerOf("blue");
    }

    /// Another suite's, at the same vendor.
    WebhookProvider providerOf(String suite) {
        var signer = new RequestSigner(
                "gatehouse", KEY, InstantSource.system(), () -> "nonce-%016d".formatted(nonces.incrementAndGet()));
        return new WebhookProvider(
                new HttpVendor(HttpClient.newHttpClient(), address(), signer), suite, Duration.ofSeconds(10));
    }

    URI address() {
        return http.address().resolve(ROOT + "/");
    }

    @Override
    public GameServerProvider provider() {
        return provider;
    }

    @Override
    public synchronized List<ServerId> running() {
        return List.copyOf(running.keySet());
    }

    @Override
    public synchronized Map<String, String> environmentOf(ServerId server) {
        return Objects.requireNonNull(running.get(server)).wanted().environment();
    }

    @Override
    public synchronized void crash(ServerId server) {
        running.remove(server);
    }

    @Override
    public Optional<Line> line() {
        return Optional.of(http);
    }

    @Override
    public void close() {
        provider.close();
        http.close();
    }

    private synchronized Reply answer(Request request) {
        var objection = verifier.objection(
                new SignedRequest(request.method(), request.target(), request.body()), request.headers());
        return objection.map(why -> new Reply(401, "")).orElseGet(() -> carryOut(request));
    }

    private Reply carryOut(Request request) {
        var path = request.target().getPath().substring((ROOT + "/servers").length());
        if (path.isEmpty()) {
            return page(request.target().getQuery());
        }
        var id = new ServerId(path.substring(1));
        return switch (request.method()) {
            case "PUT" -> allocate(id, request.body());
            case "GET" ->
                Optional.ofNullable(running.get(id))
                        .map(found -> json(found.listed()))
                        .orElse(new Reply(404, ""));
            case "DELETE" -> new Reply(running.remove(id) == null ? 404 : 204, "");
            default -> new Reply(405, "");
        };
    }

    private Reply allocate(ServerId id, String body) {
        if (!running.containsKey(id) && running.size() >= CAPACITY) {
            return json(new Allocated(null, "all servers are in use"));
        }
        var now = running.computeIfAbsent(id, _ -> new Running(wanted(body), "rack-" + started++));
        return json(new Allocated(now.hostId(), null));
    }

    private Reply page(@Nullable String query) {
        var asked = QUERY.matcher(String.valueOf(query));
        if (!asked.matches()) {
            return new Reply(400, "");
        }
        int from = asked.group(2) == null ? 0 : Integer.parseInt(asked.group(2));
        var all = running.values().stream()
                .filter(server -> server.wanted().suite().equals(asked.group(1)))
                .map(Running::listed)
                .toList();
        int to = Math.min(from + PAGE, all.size());
        return json(new Page(all.subList(from, to), to < all.size() ? Integer.toString(to) : null));
    }

    private static Wanted wanted(String body) {
        try {
            return JsonCodec.of(Wanted.class).decode(body);
        } catch (DecodeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @SuppressWarnings("unchecked") // The codec of a value's own class encodes it.
    private static Reply json(Object body) {
        return new Reply(200, ((JsonCodec<Object>) JsonCodec.of(body.getClass())).encode(body));
    }
}
