package dev.gatehouse.session.player;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.player.SynchronizedServerAction;
import dev.gatehouse.model.player.UnsynchronizedServerAction;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.servercode.EditAnswer;
import dev.gatehouse.model.servercode.GameDefinition;
import dev.gatehouse.model.servercode.GiveAnswer;
import dev.gatehouse.model.servercode.PlayerModels;
import dev.gatehouse.model.servercode.WhilePlaying;
import dev.gatehouse.session.player.answer.ActionAnswer;
import dev.gatehouse.session.player.answer.ActionOrder;
import dev.gatehouse.session.player.answer.EditOutcome;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The players of one game, for its own server code.
public final class OwnPlayers implements PlayerModels {

    private final GameDefinition game;
    private final Supplier<Players> players;

    /// @param players asked on each call, not before
    public OwnPlayers(GameDefinition game, Supplier<Players> players) {
        this.game = game;
        this.players = players;
    }

    @Override
    public <M extends PlayerModel> CompletionStage<Optional<M>> find(PlayerId player, Class<M> type) {
        return players.get().model(new PlayerKey(game.id(), player)).thenApply(model -> model.map(type::cast));
    }

    @Override
    public CompletionStage<GiveAnswer> give(PlayerId player, Action<?> action, @Nullable String key) {
        var model = game.model();
        if (model == null) {
            throw new IllegalArgumentException(game.id() + ": has no player model (expected: one)");
        }
        var order = new ActionOrder(modeOf(action), encoded(model, action), key);
        return players.get().order(new PlayerKey(game.id(), player), order).thenApply(OwnPlayers::answerOf);
    }

    private static GiveAnswer answerOf(ActionAnswer answer) {
        return switch (answer) {
            case ActionAnswer.Accepted _ -> new GiveAnswer.Given();
            case ActionAnswer.Declined(var result) -> new GiveAnswer.Refused(result);
            case ActionAnswer.Touches(var member) -> new GiveAnswer.Touches(member);
            case ActionAnswer.TooManyWaiting _ -> new GiveAnswer.TooManyWaiting();
            case ActionAnswer.UnknownPlayer _ -> new GiveAnswer.UnknownPlayer();
            case ActionAnswer.Unreadable _ -> new GiveAnswer.Unreadable();
            case ActionAnswer.UnknownAction(var why) -> new GiveAnswer.UnknownAction(why);
            case ActionAnswer.UnknownGame _ -> new GiveAnswer.UnknownAction("this node does not host the game");
            case ActionAnswer.OwnedElsewhere _, ActionAnswer.Unavailable _ -> new GiveAnswer.Unavailable();
        };
    }

    @Override
    public <M extends PlayerModel> CompletionStage<EditAnswer> edit(
            PlayerId player, Class<M> type, UnaryOperator<M> edit, WhilePlaying whilePlaying) {
        return players.get()
                .edit(new PlayerKey(game.id(), player), model -> edit.apply(type.cast(model)), whilePlaying)
                .thenApply(OwnPlayers::answerOf);
    }

    private static EditAnswer answerOf(EditOutcome outcome) {
        return switch (outcome) {
            case EditOutcome.Edited _ -> new EditAnswer.Edited();
            case EditOutcome.Missed(var member) -> new EditAnswer.Touches(member);
            case EditOutcome.NoModel(var why) -> new EditAnswer.NoModel(why);
            case EditOutcome.UnknownPlayer _ -> new EditAnswer.UnknownPlayer();
            case EditOutcome.Unreadable _ -> new EditAnswer.Unreadable();
            case EditOutcome.UnknownGame _ -> new EditAnswer.UnknownGame();
            case EditOutcome.OwnedElsewhere _, EditOutcome.Unavailable _ -> new EditAnswer.Unavailable();
        };
    }

    private static ActionMode modeOf(Action<?> action) {
        return switch (action) {
            case SynchronizedServerAction<?> _ -> ActionMode.SYNCHRONIZED;
            case UnsynchronizedServerAction<?> _ -> ActionMode.UNSYNCHRONIZED;
            default -> throw new IllegalArgumentException(action.getClass() + " (expected: a server action)");
        };
    }

    @SuppressWarnings("unchecked") // The model refuses an action that is not of its game.
    private static <M extends PlayerModel> ActionCall encoded(GameModel<M> model, Action<?> action) {
        return model.encode(Encoding.PROTO, (Action<M>) action);
    }
}
