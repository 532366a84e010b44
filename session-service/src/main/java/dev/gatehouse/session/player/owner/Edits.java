package dev.gatehouse.session.player.owner;

import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_KICKED_BY_ADMIN_ACTION;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.player.GameFailure;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.servercode.GameDefinition;
import dev.gatehouse.model.servercode.GameHooks;
import dev.gatehouse.model.servercode.ReadyClient;
import dev.gatehouse.model.servercode.WhilePlaying;
import dev.gatehouse.session.player.answer.EditOutcome;
import dev.gatehouse.session.player.state.PlayerState;
import dev.gatehouse.session.player.world.PlayerWorld;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Edits a player's model directly, where no client that plays would miss it. On the player's shard.
public final class Edits {

    private static final Logger log = LoggerFactory.getLogger(Edits.class);

    private final PlayerWorld world;
    private final PlayerOwner owner;

    public Edits(PlayerWorld world, PlayerOwner owner) {
        this.world = world;
        this.owner = owner;
    }

    /// Lets the game edit the model that a session is about to begin with. The player's other sessions look on.
    ///
    /// @return whether the session may begin; a game whose code fails refuses it, and nothing changed
    boolean beforeSession(ReadyClient client) {
        var state = owner.state();
        var start =
                world.games().find(client.gameId()).map(GameDefinition::hooks).map(GameHooks::sessionStart);
        if (state == null || start.isEmpty()) {
            return true;
        }
        try {
            edit(state, ModelEdit.by(model -> start.get().edit(model, client, world.time())));
            return true;
        } catch (DecodeException e) {
            log.warn("The session start of {} gave no model: {}", owner.player(), e.getMessage());
            return false;
        } catch (Throwable e) {
            GameFailure.rethrowIfFatal(e);
            log.warn(
                    "The session start of {} failed.",
                    owner.player(),
                    state.game().forLog(e));
            return false;
        }
    }

    private <M extends PlayerModel> void edit(PlayerState<M> state, ModelEdit edit) throws DecodeException {
        decide(state, edited(state, edit.next(state.game(), state.timeline().model())));
    }

    /// @param answer told once; of an edit that is done, when it is in the journal
    /// @throws RuntimeException what the game's code throws: nothing changed
    public void edit(ModelEdit edit, WhilePlaying whilePlaying, Consumer<EditOutcome> answer) {
        var state = owner.state();
        if (state == null) {
            answer.accept(new EditOutcome.UnknownGame());
        } else if (owner.isFull()) {
            answer.accept(new EditOutcome.Unavailable());
        } else {
            edit(state, edit, whilePlaying, answer);
        }
    }

    private <M extends PlayerModel> void edit(
            PlayerState<M> state, ModelEdit edit, WhilePlaying whilePlaying, Consumer<EditOutcome> answer) {
        try {
            take(state, edit.next(state.game(), state.timeline().model()), whilePlaying, answer);
        } catch (DecodeException e) {
            answer.accept(new EditOutcome.NoModel(String.valueOf(e.getMessage())));
        }
    }

    private <M extends PlayerModel> void take(
            PlayerState<M> state, M next, WhilePlaying whilePlaying, Consumer<EditOutcome> answer)
            throws DecodeException {
        // First of all: nobody is kicked for what cannot be stored.
        var edited = edited(state, next);
        var seen = state.timeline().visibleDifference(next);
        if (seen.isPresent() && !owner.attendance().live().isEmpty()) {
            if (whilePlaying == WhilePlaying.REFUSE) {
                answer.accept(new EditOutcome.Missed(seen.get()));
                return;
            }
            owner.attendance().endAll(FORCE_TERMINATED_KICKED_BY_ADMIN_ACTION);
        }
        decide(state, edited);
        owner.afterwards(
                () -> answer.accept(new EditOutcome.Edited()), () -> answer.accept(new EditOutcome.Unavailable()));
    }

    /// The state with that model; the same one where nothing differs.
    ///
    /// @throws DecodeException if it cannot be stored
    private static <M extends PlayerModel> PlayerState<M> edited(PlayerState<M> state, M next) throws DecodeException {
        if (next.equals(state.timeline().model())) {
            return state;
        }
        try {
            return state.edited(next);
        } catch (IllegalArgumentException e) {
            throw new DecodeException(DecodeException.Kind.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private void decide(PlayerState<?> state, PlayerState<?> edited) {
        if (!edited.equals(state)) {
            owner.decide(edited, edited.edit());
            owner.afterwards(() -> owner.seats().changed(edited), () -> {});
        }
    }
}
