package dev.gatehouse.session.player;

import static dev.gatehouse.model.error.ConnectionError.GAME_ID_UNKNOWN;
import static dev.gatehouse.model.error.ConnectionError.PLAYER_DESERIALIZATION_FAILURE;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.player.GameFailure;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.WhilePlaying;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.session.player.Resident.Access;
import dev.gatehouse.session.player.Resident.Present;
import dev.gatehouse.session.player.answer.ActionAnswer;
import dev.gatehouse.session.player.answer.ActionOrder;
import dev.gatehouse.session.player.answer.AttachAnswer;
import dev.gatehouse.session.player.answer.DeliveryAnswer;
import dev.gatehouse.session.player.answer.EditOutcome;
import dev.gatehouse.session.player.answer.Newcomer;
import dev.gatehouse.session.player.answer.ViewAnswer;
import dev.gatehouse.session.player.owner.Delivery;
import dev.gatehouse.session.player.owner.Edits;
import dev.gatehouse.session.player.owner.Loaded;
import dev.gatehouse.session.player.owner.ModelEdit;
import dev.gatehouse.session.player.owner.PlayerLoader;
import dev.gatehouse.session.player.world.PlayerWorld;
import dev.gatehouse.session.session.Line;
import dev.gatehouse.session.session.Session;
import dev.gatehouse.session.shard.Shard;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// All players of this node: the door of this package. Every call comes from any thread, goes to the
/// player's shard, and never blocks. A shard that has too much to do refuses, and says so.
public final class Players {

    private final PlayerWorld world;
    private final List<PlayerShard> shards;
    private final PlayerQueries queries;

    public Players(PlayerWorld world, List<Shard<Append, AppendResult>> shards, PlayerLoader loader) {
        this.world = world;
        this.shards = shards.stream()
                .map(shard -> new PlayerShard(world, shard, loader))
                .toList();
        this.queries = new PlayerQueries(world);
    }

    /// Opens a newcomer's session, or goes on with its old one.
    public void attach(Newcomer newcomer) {
        var place = placeOf(newcomer.attach().player());
        if (!place.shard().offer(() -> attach(place, newcomer))) {
            newcomer.answer().accept(AttachAnswer.Refused.forNow());
        }
    }

    private void attach(PlayerShard place, Newcomer newcomer) {
        var player = newcomer.attach().player();
        var resume = newcomer.attach().resume();
        if (resume == null && !newcomer.attach().continues()) {
            enter(place, place.arrivals().enter(newcomer));
            return;
        }
        boolean isHere = place.residents().has(player);
        place.residents().want(player, false, newcomer.attach().takeOverFrom(), access -> {
            switch (access) {
                case Access.Granted(var present) -> comeBack(newcomer, resume, present, !isHere);
                case Access.Denied(var why) -> newcomer.answer().accept(refusal(why));
            }
        });
    }

    private static void comeBack(Newcomer newcomer, @Nullable Resume resume, Present present, boolean broughtIn) {
        if (resume == null) {
            present.entrance().carryOn(newcomer, broughtIn);
        } else {
            present.entrance().resume(newcomer, resume);
        }
    }

    private void enter(PlayerShard place, Newcomer newcomer) {
        var attach = newcomer.attach();
        // Asked while the player is loaded, and after the newcomer was noted: whoever ends it finds it in either.
        var listed = world.presence().isListed(attach);
        place.residents()
                .want(attach.player(), false, attach.takeOverFrom(), access -> admit(newcomer, listed, access));
    }

    private void admit(Newcomer newcomer, CompletionStage<Boolean> listed, Access access) {
        switch (access) {
            case Access.Granted(var present) -> present.entrance().admit(newcomer, listed);
            case Access.Denied(var why) -> newcomer.answer().accept(refusal(why));
        }
    }

    private AttachAnswer refusal(Loaded why) {
        return switch (why) {
            case Loaded.HeldBy(var owner) -> new AttachAnswer.OwnedElsewhere(owner);
            case Loaded.NoGame _ -> AttachAnswer.Refused.of(GAME_ID_UNKNOWN);
            case Loaded.Unreadable _ -> AttachAnswer.Refused.of(PLAYER_DESERIALIZATION_FAILURE);
            case Loaded.Later _, Loaded.Unavailable _, Loaded.Unknown _, Loaded.Ready _ ->
                AttachAnswer.Refused.forNow();
        };
    }

    /// Brings a frame from a client.
    ///
    /// @return false if too much waits already: the frame is lost, so the socket must be closed
    public boolean receive(PlayerKey player, SessionId session, Line line, ByteString frame) {
        return onSession(player, session, (present, found) -> {
            if (found.isOn(line)) {
                present.play().hear(found, frame);
            }
        });
    }

    /// Says that a client's socket is gone.
    ///
    /// @param intended whether the client closed it for good
    /// @return false if too much waits already; the session finds out by itself
    public boolean detach(PlayerKey player, SessionId session, Line line, boolean intended) {
        return onSession(player, session, (present, found) -> {
            found.detach(line, intended, world.now());
            present.owner().attendance().tidy();
        });
    }

    /// Says whether a client's socket takes more.
    public boolean writable(PlayerKey player, SessionId session, Line line, boolean takesMore) {
        return onSession(player, session, (present, found) -> {
            if (!found.isOn(line)) {
                return;
            }
            if (takesMore) {
                found.goOn(world.now());
            } else {
                found.hold();
            }
            present.owner().attendance().tidy();
        });
    }

    private boolean onSession(PlayerKey player, SessionId session, BiConsumer<Present, Session> step) {
        var place = placeOf(player);
        return place.shard()
                .offer(() -> place.residents()
                        .find(player)
                        .ifPresent(present -> Residents.guard(
                                present,
                                () -> present.owner()
                                        .attendance()
                                        .find(session)
                                        .ifPresent(found -> step.accept(present, found)))));
    }

    /// Ends a session by force.
    ///
    /// @return whether it was here and alive, or on its way in; exceptionally if too much waits
    public CompletionStage<Boolean> end(PlayerKey player, SessionId session, ConnectionError why) {
        return ask(
                player,
                (place, answer) -> answer.complete(place.arrivals().end(session, why)
                        || place.residents()
                                .find(player)
                                .map(present -> present.owner().attendance().end(session, why))
                                .orElse(false)));
    }

    /// Gives out or runs a server action, claiming the player if nobody owns it.
    public CompletionStage<ActionAnswer> order(PlayerKey player, ActionOrder order) {
        return this.<ActionAnswer>ask(
                        player,
                        (place, answer) -> place.residents().want(player, true, null, access -> {
                            switch (access) {
                                case Access.Granted(var present) ->
                                    present.play().order(order, answer::complete);
                                case Access.Denied(var why) -> answer.complete(PlayerQueries.refusedOrder(why));
                            }
                        }))
                .exceptionally(_ -> new ActionAnswer.Unavailable());
    }

    /// Edits a player's model directly, claiming the player if nobody owns it.
    ///
    /// @param edit the game's code, on the player's shard; what it throws fails the stage
    public CompletionStage<EditOutcome> edit(
            PlayerKey player, UnaryOperator<PlayerModel> edit, WhilePlaying whilePlaying) {
        return edit(player, ModelEdit.by(edit), whilePlaying);
    }

    /// Patches a player's model directly, claiming the player if nobody owns it.
    ///
    /// @param patch as RFC 6902 describes it
    public CompletionStage<EditOutcome> patch(PlayerKey player, JsonText patch, WhilePlaying whilePlaying) {
        return edit(player, ModelEdit.by(patch), whilePlaying);
    }

    private CompletionStage<EditOutcome> edit(PlayerKey player, ModelEdit edit, WhilePlaying whilePlaying) {
        return ask(
                player,
                (place, answer) -> place.residents().want(player, true, null, access -> {
                    switch (access) {
                        case Access.Granted(var present) ->
                            failing(
                                    answer,
                                    () -> new Edits(world, present.owner()).edit(edit, whilePlaying, answer::complete));
                        case Access.Denied(var why) -> answer.complete(PlayerQueries.refusedEdit(why));
                    }
                }),
                answer -> answer.complete(new EditOutcome.Unavailable()));
    }

    private static void failing(CompletableFuture<?> answer, Runnable step) {
        GameFailure.attempt(step, answer::completeExceptionally);
    }

    /// Sends a message to the player's sessions.
    public CompletionStage<DeliveryAnswer> deliver(PlayerKey player, ServerMessage message) {
        return this.<DeliveryAnswer>ask(
                        player,
                        (place, answer) -> place.residents()
                                .find(player)
                                .ifPresentOrElse(
                                        present -> new Delivery(present.owner()).deliver(message, answer::complete),
                                        () -> queries.undelivered(player).thenAccept(answer::complete)))
                .exceptionally(_ -> new DeliveryAnswer.Unavailable());
    }

    /// Shows a player, claiming it if nobody owns it.
    public CompletionStage<ViewAnswer> view(PlayerKey player) {
        return look(player, queries::view);
    }

    /// Gives out a player's model as it is, claiming the player if nobody owns it.
    public CompletionStage<ViewAnswer> held(PlayerKey player) {
        return look(player, PlayerQueries::held);
    }

    private CompletionStage<ViewAnswer> look(PlayerKey player, Function<Access, ViewAnswer> query) {
        return this.<ViewAnswer>ask(
                        player,
                        (place, answer) -> place.residents()
                                .want(player, true, null, access -> answer.complete(query.apply(access))))
                .exceptionally(_ -> new ViewAnswer.Unavailable());
    }

    /// The model of a player as it is in the journal, claiming the player if nobody owns it.
    public CompletionStage<Optional<PlayerModel>> model(PlayerKey player) {
        return this.<Optional<PlayerModel>>ask(
                        player,
                        (place, answer) -> place.residents().want(player, true, null, access -> {
                            if (access instanceof Access.Granted(var present)) {
                                present.owner().written(answer::complete);
                            } else {
                                answer.complete(Optional.empty());
                            }
                        }))
                .exceptionally(_ -> Optional.empty());
    }

    private <T> CompletionStage<T> ask(PlayerKey player, BiConsumer<PlayerShard, CompletableFuture<T>> question) {
        return ask(
                player,
                question,
                answer -> answer.completeExceptionally(new IllegalStateException("too much waits on this shard")));
    }

    /// @param refused answers in its place where too much waits
    private <T> CompletionStage<T> ask(
            PlayerKey player,
            BiConsumer<PlayerShard, CompletableFuture<T>> question,
            Consumer<CompletableFuture<T>> refused) {
        var place = placeOf(player);
        var answer = new CompletableFuture<T>();
        if (!place.shard().offer(() -> failing(answer, () -> question.accept(place, answer)))) {
            refused.accept(answer);
        }
        return answer;
    }

    /// Does something to every live session of a game, on the shards and so at several places at once.
    public void visit(GameId game, Consumer<Session> step) {
        everywhere(place -> place.residents().visit(game, step));
    }

    /// Does something to every live session of a player who is here.
    public void visit(PlayerKey player, Consumer<Session> step) {
        var place = placeOf(player);
        place.shard().answer(() -> place.residents().visit(player, step));
    }

    /// Does what time has made due on every shard. Called about once a second.
    public void tick() {
        everywhere(place -> place.residents().tick());
    }

    /// Gives all players to other nodes, with their sessions: for a node that stops.
    public CompletionStage<Void> departAll() {
        var all = shards.stream().map(place -> {
            var done = new CompletableFuture<Void>();
            place.shard().answer(() -> place.residents().departAll().whenComplete((_, _) -> done.complete(null)));
            return done;
        });
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    /// Says that nothing more comes from this session's client, as its line was asked.
    public void held(PlayerKey player, SessionId session) {
        var place = placeOf(player);
        // Behind what the client has sent. Where too much waits, the departure does not wait for ever.
        var _ = place.shard().offer(() -> place.residents().held(player, session));
    }

    /// Waits for no proxy any more that was asked to hold a client back.
    public void hurry() {
        everywhere(place -> place.residents().hurry());
    }

    /// Ends every session that is still here.
    public void endAll() {
        everywhere(place -> place.residents().endAll());
    }

    private void everywhere(Consumer<PlayerShard> step) {
        shards.forEach(place -> place.shard().answer(() -> step.accept(place)));
    }

    private PlayerShard placeOf(PlayerKey player) {
        return shards.get(Math.floorMod(player.hashCode(), shards.size()));
    }
}
