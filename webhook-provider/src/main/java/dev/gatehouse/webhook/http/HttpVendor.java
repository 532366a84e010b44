package dev.gatehouse.webhook.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.webhook.Vendor;
import dev.gatehouse.webhook.signature.RequestSigner;
import dev.gatehouse.webhook.signature.SignedRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Speaks to a vendor with signed requests. Redirects are not followed: a signature is for one address.
public final class HttpVendor implements Vendor {

    /// The largest answer that is read.
    private static final long MAX_ANSWER_BYTES = 1 << 20;

    private static final String NOTHING = "";

    private final HttpClient http;
    private final URI address;
    private final RequestSigner signer;

    /// @param http closed with this
    /// @param address what paths are added to
    public HttpVendor(HttpClient http, URI address, RequestSigner signer) {
        this.http = http;
        this.address = URI.create(address.toString().replaceFirst("/+$", ""));
        this.signer = signer;
    }

    @Override
    public <A> A put(String path, Object body, Class<A> answer, Duration within) {
        var response = send("PUT", path, encoded(body), within);
        return decoded(response, answer);
    }

    @Override
    public <A> Optional<A> get(String path, Class<A> answer, Duration within) {
        var response = send("GET", path, NOTHING, within);
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(decoded(response, answer));
    }

    @Override
    public void delete(String path, Duration within) {
        int status = send("DELETE", path, NOTHING, within).statusCode();
        if (status != 200 && status != 204 && status != 404) {
            throw new ProviderException("status of DELETE: " + status + " (expected: 200, 204 or 404)");
        }
    }

    /// Ends what is under way.
    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }

    private HttpResponse<byte[]> send(String method, String path, String body, Duration within) {
        var target = URI.create(address + path);
        var request = HttpRequest.newBuilder(target)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .timeout(within);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        signer.headers(new SignedRequest(method, target, body)).forEach(request::header);
        return answer(method, request.build(), within);
    }

    /// The request's own timeout ends with the headers of the answer; the wait here is for all of it.
    private HttpResponse<byte[]> answer(String method, HttpRequest request, Duration within) {
        var answer = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES));
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new ProviderException(method + ": " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new ProviderException(method + ": no answer within " + within, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException(method + ": interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }

    @SuppressWarnings("unchecked") // The codec of a value's own class encodes it.
    private static String encoded(Object body) {
        var codec = (JsonCodec<Object>) JsonCodec.of(body.getClass());
        return codec.encode(body);
    }

    private static <A> A decoded(HttpResponse<byte[]> response, Class<A> answer) {
        if (response.statusCode() != 200 && response.statusCode() != 201) {
            throw new ProviderException("status: " + response.statusCode() + " (expected: 200)");
        }
        try {
            return JsonCodec.of(answer).decode(new String(response.body(), UTF_8));
        } catch (DecodeException e) {
            throw new ProviderException("the answer cannot be read: " + e.getMessage(), e);
        }
    }
}
