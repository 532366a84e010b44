package dev.gatehouse.session.player;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.session.player.Resident.Access;
import dev.gatehouse.session.player.answer.ActionAnswer;
import dev.gatehouse.session.player.answer.DeliveryAnswer;
import dev.gatehouse.session.player.answer.EditOutcome;
import dev.gatehouse.session.player.answer.PlayerView;
import dev.gatehouse.session.player.answer.PlayerView.SessionView;
import dev.gatehouse.session.player.answer.ViewAnswer;
import dev.gatehouse.session.player.owner.Loaded;
import dev.gatehouse.session.player.owner.PlayerOwner;
import dev.gatehouse.session.player.world.PlayerWorld;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Answers who owns a player and what it looks like.
final class PlayerQueries {

    private final PlayerWorld world;

    PlayerQueries(PlayerWorld world) {
        this.world = world;
    }

    /// The other node that owns the player, if there is one.
    CompletionStage<Optional<NodeId>> ownerElsewhere(PlayerKey player) {
        return world.leases().ownerOf(player).thenApply(owner -> owner.filter(node -> !node.equals(world.self())));
    }

    /// Of a player who is not here. While a session of it may go on it is not away, though nobody owns it.
    CompletionStage<DeliveryAnswer> undelivered(PlayerKey player) {
        return ownerElsewhere(player)
                .thenCompose(owner -> owner.<CompletionStage<DeliveryAnswer>>map(
                                node -> CompletableFuture.completedFuture(new DeliveryAnswer.OwnedElsewhere(node)))
                        .orElseGet(() -> unowned(player)))
                .exceptionally(_ -> new DeliveryAnswer.Unavailable());
    }

    private CompletionStage<DeliveryAnswer> unowned(PlayerKey player) {
        return world.keptSessions()
                .load(player)
                .thenApply(kept -> kept.sessions().isEmpty()
                        ? new DeliveryAnswer.Delivered(false)
                        : new DeliveryAnswer.Unavailable());
    }

    static ActionAnswer refusedOrder(Loaded why) {
        return switch (why) {
            case Loaded.HeldBy(var owner) -> new ActionAnswer.OwnedElsewhere(owner);
            case Loaded.NoGame _ -> new ActionAnswer.UnknownGame();
            case Loaded.Unknown _ -> new ActionAnswer.UnknownPlayer();
            case Loaded.Unreadable _, Loaded.Later _ -> new ActionAnswer.Unreadable();
            case Loaded.Unavailable _, Loaded.Ready _ -> new ActionAnswer.Unavailable();
        };
    }

    static EditOutcome refusedEdit(Loaded why) {
        return switch (why) {
            case Loaded.HeldBy(var owner) -> new EditOutcome.OwnedElsewhere(owner);
            case Loaded.NoGame _ -> new EditOutcome.UnknownGame();
            case Loaded.Unknown _ -> new EditOutcome.UnknownPlayer();
            case Loaded.Unreadable _, Loaded.Later _ -> new EditOutcome.Unreadable();
            case Loaded.Unavailable _, Loaded.Ready _ -> new EditOutcome.Unavailable();
        };
    }

    ViewAnswer view(Access access) {
        return switch (access) {
            case Access.Granted(var present) -> new ViewAnswer.Seen(view(present.owner()));
            case Access.Denied(var why) -> refusedView(why);
        };
    }

    static ViewAnswer held(Access access) {
        return switch (access) {
            case Access.Granted(var present) -> {
                var state = present.owner().state();
                yield new ViewAnswer.Held(
                        state == null ? null : state.timeline().model());
            }
            case Access.Denied(var why) -> refusedView(why);
        };
    }

    private static ViewAnswer refusedView(Loaded why) {
        return switch (why) {
            case Loaded.HeldBy(var owner) -> new ViewAnswer.OwnedElsewhere(owner);
            case Loaded.NoGame _ -> new ViewAnswer.UnknownGame();
            case Loaded.Unknown _ -> new ViewAnswer.UnknownPlayer();
            case Loaded.Unreadable _, Loaded.Later _ -> new ViewAnswer.Unreadable();
            case Loaded.Unavailable _, Loaded.Ready _ -> new ViewAnswer.Unavailable();
        };
    }

    private PlayerView view(PlayerOwner owner) {
        var lease = owner.lease();
        var sessions = owner.attendance().live().stream()
                .map(session -> new SessionView(session.identity().id(), session.isRecovering()))
                .sorted(Comparator.comparing(view -> view.sessionId().value()))
                .toList();
        var state = owner.state();
        var playerId = lease.player().playerId();
        if (state == null) {
            return new PlayerView(playerId, lease.epoch(), world.self(), sessions, null, null, null);
        }
        return new PlayerView(
                playerId,
                lease.epoch(),
                world.self(),
                sessions,
                state.timeline().tick(),
                state.timeline().checksum(),
                json(state.model(Encoding.JSON)));
    }

    private static JsonText json(Encoded model) {
        return switch (model) {
            case Encoded.Json(var text) -> new JsonText(text);
            case Encoded.Proto _ -> throw new IllegalArgumentException("model: in protobuf (expected: JSON)");
        };
    }
}
