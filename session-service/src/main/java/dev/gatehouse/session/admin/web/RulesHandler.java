package dev.gatehouse.session.admin.web;

import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.registry.operations.GameRules;
import dev.gatehouse.registry.operations.MaintenanceWindow;
import dev.gatehouse.registry.operations.PatchMinimum;
import dev.gatehouse.registry.operations.VersionRange;
import dev.gatehouse.session.operations.ChangeAnswer;
import dev.gatehouse.session.operations.OperatorDesk;
import dev.gatehouse.session.web.ApiError;
import dev.gatehouse.session.web.Replies;
import dev.gatehouse.session.web.Requests;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// `/admin/v1/games/{gameId}/...`: the rules of a game. Each change answers with all of them.
final class RulesHandler {

    static final String WINDOW = "windowId";

    private static final JsonCodec<GameRules> RULES = JsonCodec.of(GameRules.class);
    private static final JsonCodec<VersionsRequest> VERSIONS = JsonCodec.ofOrder(VersionsRequest.class);
    private static final JsonCodec<MinimumsRequest> MINIMUMS = JsonCodec.ofOrder(MinimumsRequest.class);
    private static final JsonCodec<CommitsRequest> COMMITS = JsonCodec.ofOrder(CommitsRequest.class);
    private static final JsonCodec<DevelopersRequest> DEVELOPERS = JsonCodec.ofOrder(DevelopersRequest.class);
    private static final JsonCodec<WindowRequest> WINDOWS = JsonCodec.ofOrder(WindowRequest.class);
    private static final JsonCodec<ConfigRequest> CONFIG = JsonCodec.ofOrder(ConfigRequest.class);

    private final OperatorDesk desk;

    RulesHandler(OperatorDesk desk) {
        this.desk = desk;
    }

    record VersionsRequest(
            @Member(1) @Nullable Integer min,
            @Member(2) @Nullable Integer max) {}

    /// @param minimums all that hold from here on
    record MinimumsRequest(@Member(1) List<PatchMinimum> minimums) {}

    /// @param commitIds all that may play from here on; none for any
    record CommitsRequest(@Member(1) List<String> commitIds) {}

    /// @param players all developers from here on
    record DevelopersRequest(@Member(1) List<PlayerId> players) {}

    record WindowRequest(
            @Member(1) @Nullable Instant startsAt,
            @Member(2) @Nullable Long estimatedMillis,
            @Member(3) List<String> platforms,
            @Member(4) List<PlayerId> allowed) {}

    record ConfigRequest(@Member(1) @Nullable String version) {}

    Mono<ServerResponse> show(ServerRequest request) {
        var game = Requests.game(request);
        return Ask.desk(() -> desk.rules(game)).flatMap(rules -> Replies.ok(RULES, rules));
    }

    Mono<ServerResponse> activate(ServerRequest request) {
        var game = Requests.game(request);
        return Requests.body(request, VERSIONS)
                .flatMap(body -> activate(
                        request, game, new VersionRange(Ask.needed("min", body.min()), Ask.needed("max", body.max()))))
                .onErrorMap(IllegalArgumentException.class, Ask::malformed);
    }

    Mono<ServerResponse> activateAll(ServerRequest request) {
        return activate(request, Requests.game(request), null);
    }

    private Mono<ServerResponse> activate(ServerRequest request, GameId game, @Nullable VersionRange active) {
        return Ask.audited(request, "activates logic versions")
                .then(Ask.desk(() -> desk.activate(game, active)))
                .flatMap(RulesHandler::reply);
    }

    Mono<ServerResponse> patchMinimums(ServerRequest request) {
        return Requests.body(request, MINIMUMS)
                .flatMap(body -> change(request, rules -> rules.withPatchMinimums(body.minimums())));
    }

    Mono<ServerResponse> commitIds(ServerRequest request) {
        return Requests.body(request, COMMITS)
                .flatMap(body -> change(request, rules -> rules.withCommitIds(body.commitIds())));
    }

    Mono<ServerResponse> developers(ServerRequest request) {
        return Requests.body(request, DEVELOPERS)
                .flatMap(body -> change(request, rules -> rules.withDevelopers(body.players())));
    }

    Mono<ServerResponse> announceMaintenance(ServerRequest request) {
        return Requests.body(request, WINDOWS)
                .flatMap(body -> change(request, rules -> rules.withWindow(windowOf(request, body))));
    }

    Mono<ServerResponse> endMaintenance(ServerRequest request) {
        return change(request, rules -> rules.withoutWindow(request.pathVariable(WINDOW)));
    }

    Mono<ServerResponse> config(ServerRequest request) {
        return Requests.body(request, CONFIG)
                .flatMap(body ->
                        change(request, rules -> rules.withConfigVersion(Ask.needed("version", body.version()))));
    }

    private static MaintenanceWindow windowOf(ServerRequest request, WindowRequest body) {
        return new MaintenanceWindow(
                request.pathVariable(WINDOW),
                Ask.needed("startsAt", body.startsAt()),
                body.estimatedMillis(),
                body.platforms(),
                body.allowed());
    }

    private Mono<ServerResponse> change(ServerRequest request, UnaryOperator<GameRules> next) {
        var game = Requests.game(request);
        return Ask.audited(request, "changes the rules")
                .then(Ask.desk(() -> desk.change(game, next)))
                .flatMap(RulesHandler::reply);
    }

    private static Mono<ServerResponse> reply(ChangeAnswer answer) {
        return switch (answer) {
            case ChangeAnswer.Changed(var rules) -> Replies.ok(RULES, rules);
            case ChangeAnswer.UnknownGame _ ->
                Replies.error(HttpStatus.NOT_FOUND, ApiError.of("unknown_game", "No live node hosts such a game."));
            case ChangeAnswer.NotHosted _ ->
                Replies.error(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        ApiError.of("version_not_hosted", "No live node hosts one of these logic versions."));
            case ChangeAnswer.Contended _ ->
                Replies.error(
                        HttpStatus.CONFLICT,
                        ApiError.retryable("contended", "Others change the rules at the same time."));
        };
    }
}
