package dev.gatehouse.session.admin.web;

import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.session.player.desync.DesyncBundle;
import dev.gatehouse.session.player.desync.DesyncBundle.MemberDifference;
import dev.gatehouse.session.player.desync.DesyncDesk;
import dev.gatehouse.session.web.ApiError;
import dev.gatehouse.session.web.Replies;
import dev.gatehouse.session.web.Requests;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// `.../players/{playerId}/desyncs`: when a client came to another model than the server, and what it
/// takes to play that again.
final class DesyncHandler {

    static final String ID = "desyncId";

    private static final JsonCodec<DesyncsReply> REPLY = JsonCodec.of(DesyncsReply.class);

    private final DesyncDesk desk;

    DesyncHandler(DesyncDesk desk) {
        this.desk = desk;
    }

    /// Oldest first.
    record DesyncsReply(@Member(1) List<DesyncReply> desyncs) {}

    /// @param reported whether the client has said what its model is
    /// @param members those that differ, as JSON pointers
    record DesyncReply(
            @Member(1) String id,
            @Member(2) Instant at,
            @Member(3) SessionId sessionId,
            @Member(4) int logicVersion,
            @Member(5) long flush,
            @Member(6) int op,
            @Member(7) boolean reported,
            @Member(8) List<String> members) {

        static DesyncReply of(DesyncBundle bundle) {
            return new DesyncReply(
                    bundle.id(),
                    bundle.at(),
                    bundle.sessionId(),
                    bundle.logicVersion(),
                    bundle.flush(),
                    bundle.op(),
                    bundle.model() != null,
                    bundle.differences().stream().map(MemberDifference::path).toList());
        }
    }

    Mono<ServerResponse> list(ServerRequest request) {
        var player = Requests.player(request);
        return Ask.desk(() -> desk.of(player))
                .flatMap(all -> Replies.ok(
                        REPLY,
                        new DesyncsReply(all.stream().map(DesyncReply::of).toList())));
    }

    /// The bundle as a file for `./gatehouse replay`.
    Mono<ServerResponse> download(ServerRequest request) {
        var player = Requests.player(request);
        var id = request.pathVariable(ID);
        return Ask.desk(() -> desk.find(player, id))
                .flatMap(found -> found.map(DesyncHandler::file)
                        .orElseGet(() -> Replies.error(
                                HttpStatus.NOT_FOUND, ApiError.of("unknown_desync", "None of that id is kept."))));
    }

    private static Mono<ServerResponse> file(DesyncBundle bundle) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + bundle.id() + ".desync\"")
                .bodyValue(bundle.encode().toByteArray());
    }
}
