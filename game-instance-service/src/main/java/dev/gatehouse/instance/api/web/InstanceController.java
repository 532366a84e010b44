package dev.gatehouse.instance.api.web;

import static java.util.Objects.requireNonNullElse;

import dev.gatehouse.instance.allocation.Providers;
import dev.gatehouse.instance.life.Creation;
import dev.gatehouse.instance.life.CreationKey;
import dev.gatehouse.instance.life.Deadlines;
import dev.gatehouse.instance.life.Hearing;
import dev.gatehouse.instance.life.InstanceStore;
import dev.gatehouse.instance.life.Listing;
import dev.gatehouse.instance.life.Liveness;
import dev.gatehouse.instance.rules.InstanceDesk;
import dev.gatehouse.instance.rules.InstanceDesk.Answer.Done;
import dev.gatehouse.instance.rules.InstanceDesk.Answer.Refused;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.GameServerRequest.Drain;
import dev.gatehouse.model.partner.GameServerRequest.End;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.ReconnectPolicy;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.InstanceAsker;
import dev.gatehouse.registry.instance.GameInstances.Stored;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Game instances for backends and operators.
@RestController
@RequestMapping("/v1/game-instances")
class InstanceController {

    private final InstanceDesk desk;
    private final InstanceStore store;
    private final Listing listing;
    private final Providers providers;
    private final Deadlines deadlines;
    private final Hearing hearing;

    InstanceController(
            InstanceDesk desk, InstanceStore store, Providers providers, Deadlines deadlines, Hearing hearing) {
        this.desk = desk;
        this.store = store;
        this.listing = new Listing(store);
        this.providers = providers;
        this.deadlines = deadlines;
        this.hearing = hearing;
    }

    @PostMapping
    ResponseEntity<InstanceView> create(@RequestBody CreateBody body) {
        var done = done(desk.create(InstanceAsker.BACKEND, wish(body)));
        return ResponseEntity.status(done.made() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(InstanceView.of(done.instance()));
    }

    @GetMapping("/{id}")
    InstanceView get(@PathVariable String id) {
        var stored = stored(id);
        return InstanceView.of(
                stored.instance(),
                Liveness.of(stored, deadlines, hearing.isGood()).orElse(null));
    }

    @GetMapping
    ResponseEntity<List<InstanceView>> list(
            @RequestParam(required = false) @Nullable String gameId,
            @RequestParam(required = false) @Nullable String playerId,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String before) {
        var game = new GameId(Required.of("gameId", gameId));
        var wanted = state == null ? null : state(state);
        Predicate<InstanceRecord> filter = instance -> wanted == null || instance.state() == wanted;
        if (playerId == null) {
            var page = listing.find(game, Optional.ofNullable(before).map(InstanceId::new), filter);
            return NextPage.link(page).body(views(page.instances().stream()));
        }
        if (before != null) {
            throw new IllegalArgumentException("before: " + before + " (expected: absent, with playerId)");
        }
        return ResponseEntity.ok(views(store.ofPlayer(new PlayerKey(game, new PlayerId(playerId))).stream()
                .filter(filter)));
    }

    private static List<InstanceView> views(Stream<InstanceRecord> instances) {
        return instances.map(InstanceView::of).toList();
    }

    @PostMapping("/{id}/players")
    InstanceView addPlayers(@PathVariable String id, @RequestBody PlayersBody body) {
        return view(desk.add(InstanceAsker.BACKEND, existing(id), players(Required.of("players", body.players()))));
    }

    @DeleteMapping("/{id}/players/{playerId}")
    InstanceView removePlayer(@PathVariable String id, @PathVariable String playerId) {
        return view(desk.remove(InstanceAsker.BACKEND, existing(id), List.of(new PlayerId(playerId))));
    }

    @PostMapping("/{id}/data")
    InstanceView updateData(@PathVariable String id, @RequestBody DataBody body) {
        return view(desk.update(InstanceAsker.BACKEND, existing(id), body.toChange(new InstanceId(id))));
    }

    @PostMapping("/{id}/drain")
    InstanceView drain(@PathVariable String id, @RequestBody DrainBody body) {
        int within = Required.of("withinMillis", body.withinMillis());
        if (within < 1 || within > Drain.MAX_WITHIN_MILLIS) {
            throw new IllegalArgumentException(
                    "withinMillis: " + within + " (expected: 1 to " + Drain.MAX_WITHIN_MILLIS + ")");
        }
        return view(desk.drain(existing(id), Duration.ofMillis(within)));
    }

    @PostMapping("/{id}/end")
    InstanceView end(@PathVariable String id, @RequestBody EndBody body) {
        var why = requireNonNullElse(body.why(), "asked by an operator");
        if (why.isEmpty() || why.length() > End.MAX_WHY_LENGTH) {
            throw new IllegalArgumentException(
                    "why: " + why.length() + " characters (expected: 1 to " + End.MAX_WHY_LENGTH + ")");
        }
        return view(desk.end(InstanceAsker.BACKEND, existing(id), why));
    }

    private InstanceRecord existing(String id) {
        return stored(id).instance();
    }

    private Stored stored(String id) {
        return store.load(new InstanceId(id)).orElseThrow(() -> refused(Failure.of(PartnerError.UNKNOWN_INSTANCE)));
    }

    private static InstanceView view(InstanceDesk.Answer answer) {
        return InstanceView.of(done(answer).instance());
    }

    private static Done done(InstanceDesk.Answer answer) {
        return switch (answer) {
            case Done done -> done;
            case Refused(var why) -> throw refused(why);
        };
    }

    private Creation wish(CreateBody body) {
        var provider = requireNonNullElse(body.provider(), providers.defaultName());
        if (providers.named(provider).isEmpty()) {
            throw new ApiException(
                    HttpStatus.BAD_REQUEST, new ApiError("unknown_provider", "There is no such provider.", false));
        }
        return new Creation(
                        new GameId(Required.of("gameId", body.gameId())),
                        CreationKey.ofGame(Required.of("idempotencyKey", body.idempotencyKey())),
                        provider,
                        body.zone(),
                        body.players() == null ? List.of() : players(body.players()),
                        requireNonNullElse(GameJson.of("data", body.data()), JsonText.EMPTY_OBJECT),
                        requireNonNullElse(GameJson.of("shared", body.shared()), JsonText.EMPTY_OBJECT))
                .with(body.reconnect() == null ? ReconnectPolicy.REQUIRED : policy(body.reconnect()));
    }

    private static ReconnectPolicy policy(String name) {
        return named(ReconnectPolicy.class, "reconnect", name);
    }

    private static InstanceState state(String name) {
        return named(InstanceState.class, "state", name);
    }

    private static <E extends Enum<E>> E named(Class<E> type, String what, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(what + ": unknown (expected: one of "
                        + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT) + ")"));
    }

    private static List<InstancePlayer> players(List<PlayerBody> bodies) {
        return bodies.stream().map(PlayerBody::toPlayer).toList();
    }

    static ApiException refused(Failure why) {
        var status = why.retryable()
                ? HttpStatus.SERVICE_UNAVAILABLE
                : why.code().equals(PartnerError.UNKNOWN_INSTANCE.code()) ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
        return new ApiException(status, new ApiError(why.code(), why.message(), why.retryable()));
    }
}
