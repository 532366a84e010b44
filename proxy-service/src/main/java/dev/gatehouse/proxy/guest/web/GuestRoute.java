package dev.gatehouse.proxy.guest.web;

import static dev.gatehouse.model.error.ConnectionError.HANDSHAKE_MALFORMED;
import static dev.gatehouse.model.error.ConnectionError.MESSAGE_TOO_LARGE;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.proxy.guest.Guest;
import dev.gatehouse.proxy.guest.GuestRequest;
import dev.gatehouse.proxy.guest.Guests;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.refusal.Verdict;
import dev.gatehouse.proxy.refusal.Verdict.Passed;
import dev.gatehouse.proxy.refusal.Verdict.Refused;
import dev.gatehouse.proxy.refusal.web.HttpRefusals;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;
import reactor.core.publisher.Mono;

/// Reads the request strictly, writes the account or the refusal.
public final class GuestRoute implements HandlerFunction<ServerResponse> {

    /// Where guests ask.
    public static final String PATH = "/v1/guests";

    private static final int MAX_BODY = 4 * 1024;
    private static final JsonCodec<GuestRequest> REQUESTS = JsonCodec.of(GuestRequest.class);
    private static final JsonCodec<Guest> ANSWERS = JsonCodec.of(Guest.class);

    private final Guests guests;

    public GuestRoute(Guests guests) {
        this.guests = guests;
    }

    @Override
    public Mono<ServerResponse> handle(ServerRequest request) {
        return DataBufferUtils.join(request.bodyToFlux(DataBuffer.class), MAX_BODY)
                .map(GuestRoute::bytesOf)
                .defaultIfEmpty(new byte[0])
                .flatMap(this::answer)
                .onErrorResume(DataBufferLimitException.class, _ -> refuse(Refusal.of(MESSAGE_TOO_LARGE)));
    }

    /// The path has this one method.
    public static Mono<ServerResponse> otherMethod(ServerRequest request) {
        return Mono.error(new MethodNotAllowedException(request.method(), List.of(HttpMethod.POST)));
    }

    private Mono<ServerResponse> answer(byte[] body) {
        GuestRequest request;
        try {
            request = REQUESTS.decode(body);
        } catch (DecodeException e) {
            return refuse(Refusal.of(HANDSHAKE_MALFORMED, String.valueOf(e.getMessage())));
        }
        return guests.of(request).flatMap(GuestRoute::answer);
    }

    private static Mono<ServerResponse> answer(Verdict<Guest> verdict) {
        return switch (verdict) {
            case Passed<Guest>(Guest guest) ->
                ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .cacheControl(CacheControl.noStore())
                        .bodyValue(ANSWERS.encode(guest));
            case Refused<Guest>(Refusal refusal) -> refuse(refusal);
        };
    }

    private static Mono<ServerResponse> refuse(Refusal refusal) {
        var status = switch (refusal.error()) {
            case CLUSTER_NOT_READY_UNHANDLED -> HttpStatus.SERVICE_UNAVAILABLE;
            case MESSAGE_TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            default -> HttpStatus.BAD_REQUEST;
        };
        var response = ServerResponse.status(status).contentType(MediaType.APPLICATION_JSON);
        if (refusal.retryAfter() != null) {
            response.header(HttpHeaders.RETRY_AFTER, HttpRefusals.seconds(refusal.retryAfter()));
        }
        return response.bodyValue(HttpRefusals.Body.of(refusal));
    }

    private static byte[] bytesOf(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
