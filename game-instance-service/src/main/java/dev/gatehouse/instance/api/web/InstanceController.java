package dev.gatehouse.instance.api.web;

import static java.util.Objects.requireNonNullElse;

import dev.gatehouse.instance.allocation.Providers;
import dev.gatehouse.instance.life.Creation;
import dev.gatehouse.instance.life.Creator;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.InstanceLife.Result.Done;
import dev.gatehouse.instance.life.InstanceLife.Result.Failed;
import dev.gatehouse.instance.life.InstanceStore;
import dev.gatehouse.instance.life.LifeEvent;
import dev.gatehouse.instance.life.LifeEvent.DataUpdated;
import dev.gatehouse.instance.life.LifeEvent.EndRequested;
import dev.gatehouse.instance.life.LifeEvent.PlayersAdded;
import dev.gatehouse.instance.life.LifeEvent.PlayersRemoved;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.GameServerRequest.End;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.schema.JsonText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

    private static final int MAX_LISTED = 100;

    private final Creator creator;
    private final InstanceLife life;
    private final InstanceStore store;
    private final Providers providers;

    InstanceController(Creator creator, InstanceLife life, InstanceStore store, Providers providers) {
        this.creator = creator;
        this.life = life;
        this.store = store;
        this.providers = providers;
    }

    @PostMapping
    ResponseEntity<InstanceView> create(@RequestBody CreateBody body) {
        return switch (creator.create(wish(body))) {
            case Creator.Result.Created(var instance) ->
                ResponseEntity.status(HttpStatus.CREATED).body(InstanceView.of(instance));
            case Creator.Result.Existed(var instance) -> ResponseEntity.ok(InstanceView.of(instance));
            case Creator.Result.KeyTaken _ ->
                throw new ApiException(
                        HttpStatus.CONFLICT,
                        new ApiError("idempotency_key_taken", "The key was used before, for another instance.", false));
        };
    }

    @GetMapping("/{id}")
    InstanceView get(@PathVariable String id) {
        return store.load(new InstanceId(id))
                .map(stored -> InstanceView.of(stored.instance()))
                .orElseThrow(() -> refused(PartnerError.UNKNOWN_INSTANCE));
    }

    @GetMapping
    List<InstanceView> list(
            @RequestParam(required = false) @Nullable String gameId,
            @RequestParam(required = false) @Nullable String state) {
        var wanted = state == null ? null : state(state);
        return store.list(new GameId(Required.of("gameId", gameId)), MAX_LISTED).stream()
                .filter(instance -> wanted == null || instance.state() == wanted)
                .map(InstanceView::of)
                .toList();
    }

    @PostMapping("/{id}/players")
    InstanceView addPlayers(@PathVariable String id, @RequestBody PlayersBody body) {
        return apply(id, new PlayersAdded(players(Required.of("players", body.players()))));
    }

    @DeleteMapping("/{id}/players/{playerId}")
    InstanceView removePlayer(@PathVariable String id, @PathVariable String playerId) {
        return apply(id, new PlayersRemoved(List.of(new PlayerId(playerId))));
    }

    @PostMapping("/{id}/data")
    InstanceView updateData(@PathVariable String id, @RequestBody DataBody body) {
        return apply(id, new DataUpdated(body.toChange(new InstanceId(id))));
    }

    @PostMapping("/{id}/end")
    InstanceView end(@PathVariable String id, @RequestBody EndBody body) {
        var why = requireNonNullElse(body.why(), "asked by an operator");
        if (why.isEmpty() || why.length() > End.MAX_WHY_LENGTH) {
            throw new IllegalArgumentException(
                    "why: " + why.length() + " characters (expected: 1 to " + End.MAX_WHY_LENGTH + ")");
        }
        return apply(id, new EndRequested(why));
    }

    private InstanceView apply(String id, LifeEvent event) {
        return switch (life.apply(new InstanceId(id), event)) {
            case Done(var instance, var _) -> InstanceView.of(instance);
            case Failed(var why) -> throw refused(why);
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
                Required.of("idempotencyKey", body.idempotencyKey()),
                provider,
                body.zone(),
                body.players() == null ? List.of() : players(body.players()),
                requireNonNullElse(GameData.of("data", body.data()), JsonText.EMPTY_OBJECT),
                requireNonNullElse(GameData.of("shared", body.shared()), JsonText.EMPTY_OBJECT));
    }

    private static InstanceState state(String name) {
        return Arrays.stream(InstanceState.values())
                .filter(state -> state.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("state: unknown (expected: one of "
                        + Arrays.toString(InstanceState.values()).toLowerCase(Locale.ROOT) + ")"));
    }

    private static List<InstancePlayer> players(List<PlayerBody> bodies) {
        return bodies.stream().map(PlayerBody::toPlayer).toList();
    }

    static ApiException refused(PartnerError why) {
        var status = switch (why) {
            case UNKNOWN_INSTANCE -> HttpStatus.NOT_FOUND;
            case CONTENTION, UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.CONFLICT;
        };
        return new ApiException(status, new ApiError(why.code(), why.message(), why.retryable()));
    }
}
