package dev.gatehouse.session.player.state;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.model.codec.storage.StorableModel;
import dev.gatehouse.model.player.ActionKind;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.Immediate;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.player.Replay;
import dev.gatehouse.model.player.Timeline;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.session.snapshot.PackedSnapshot;
import java.util.List;
import org.pcollections.TreePMap;

/// Turns a player into what is stored and back: a snapshot, and the journal's entries since. All entries after a
/// snapshot were written by a game of the snapshot's schema and logic version, on a build of the suite with the
/// snapshot's rules of what may be stored, because another one stores a snapshot before it writes any.
public final class StoredPlayers {

    static final ProtoCodec<StoredState> SNAPSHOT = ProtoCodec.of(StoredState.class);
    private static final ProtoCodec<JournalEntry> ENTRY = ProtoCodec.of(JournalEntry.class);

    public static ByteString encode(JournalEntry entry) {
        return ENTRY.encodeToByteString(entry);
    }

    /// A snapshot as it is stored.
    public static ByteString encode(PlayerState<?> state) {
        return Rendering.of(state).get();
    }

    /// @param audience [Audience#CLIENT] leaves out what only the server may know
    public static ByteString encode(PlayerState<?> state, Audience audience) {
        return Rendering.of(state).forAudience(audience);
    }

    /// Reads a snapshot that is as it was stored, and replays what came after it: the steps that were acknowledged, on
    /// the model as this game has it.
    ///
    /// @throws UnreadablePlayerException where this game cannot read it, also because a later one has written it
    public static <M extends PlayerModel> Restored<M> decode(
            GameModel<M> game, ByteString snapshot, List<ByteString> entries) throws UnreadablePlayerException {
        try {
            var stored = SNAPSHOT.decodeWhole(PackedSnapshot.unpack(snapshot));
            refuseLaterSchema(game, stored);
            var state = decode(game, stored).judgedBy(stored.rules());
            refuseLaterLogic(game, stored, entries);
            refuseLaterRules(stored, entries);
            // Another schema has other checksums.
            boolean compares = stored.schema() == game.schema();
            int differing = 0;
            for (var bytes : entries) {
                var entry = ENTRY.decodeWhole(bytes);
                state = replay(state, entry);
                differing += compares && isOtherwise(entry, state) ? 1 : 0;
            }
            return new Restored<>(state.judgedBy(StorableModel.RULES), isOfThisGame(game, stored), differing);
        } catch (DecodeException e) {
            throw new UnreadablePlayerException("stored player", e);
        } catch (IllegalArgumentException | IllegalStateException e) {
            // A migration's own, for one, which may quote what is hidden.
            throw new UnreadablePlayerException("stored player", game.forLog(e));
        }
    }

    private static void refuseLaterSchema(GameModel<?> game, StoredState stored) throws UnreadablePlayerException {
        if (stored.schema() > game.schema()) {
            throw UnreadablePlayerException.later(
                    "schema: " + stored.schema() + " (expected: at most " + game.schema() + ")");
        }
    }

    /// What a later logic has acknowledged, an older one would do differently.
    private static void refuseLaterLogic(GameModel<?> game, StoredState stored, List<ByteString> entries)
            throws UnreadablePlayerException {
        var logic = stored.logicVersion();
        boolean hasSteps = !entries.isEmpty() || !stored.waiting().isEmpty();
        if (logic != null && logic > game.logicVersion() && hasSteps) {
            throw UnreadablePlayerException.later(
                    "logicVersion: " + logic + " (expected: at most " + game.logicVersion() + ")");
        }
    }

    /// What a later build of the suite has refused, this one would take.
    private static void refuseLaterRules(StoredState stored, List<ByteString> entries)
            throws UnreadablePlayerException {
        if (stored.rules() > StorableModel.RULES && !entries.isEmpty()) {
            throw UnreadablePlayerException.later(
                    "rules: " + stored.rules() + " (expected: at most " + StorableModel.RULES + ")");
        }
    }

    private static boolean isOfThisGame(GameModel<?> game, StoredState stored) {
        return stored.schema() == game.schema()
                && Integer.valueOf(game.logicVersion()).equals(stored.logicVersion())
                && stored.rules() == StorableModel.RULES;
    }

    private static <M extends PlayerModel> PlayerState<M> decode(GameModel<M> game, StoredState stored)
            throws DecodeException {
        var model = model(game, stored.schema(), stored.model());
        var timeline = Timeline.start(game, model, stored.tick(), stored.startedAt());
        var state = new PlayerState<M>(game, timeline, 1, TreePMap.empty(), UsedKeys.NONE, Receipts.NONE);
        for (var waiting : stored.waiting()) {
            state = state.withWaiting(waiting.id(), game.decode(waiting.action(), ActionKind.SYNCHRONIZED), null);
        }
        return new PlayerState<>(
                game,
                state.timeline(),
                stored.nextAction(),
                state.waiting(),
                UsedKeys.of(stored.usedKeys()),
                Receipts.of(stored.receipts()));
    }

    private static <M extends PlayerModel> M model(GameModel<M> game, int schema, Encoded stored)
            throws DecodeException {
        return switch (stored) {
            case Encoded.Proto(var bytes) -> model(game, schema, bytes);
            case Encoded.Json _ -> throw new IllegalArgumentException("model: JSON (expected: protobuf)");
        };
    }

    private static <M extends PlayerModel> M model(GameModel<M> game, int schema, ByteString stored)
            throws DecodeException {
        try {
            return game.decodeStored(schema, stored);
        } catch (DecodeException e) {
            // What a migration leaves and nobody knows is its mistake, not a later version's.
            throw schema == game.schema()
                    ? e
                    : new DecodeException(DecodeException.Kind.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    /// Whether the entry says another checksum than it leads to here.
    private static boolean isOtherwise(JournalEntry entry, PlayerState<?> reached) {
        var said = switch (entry) {
            case JournalEntry.Flushed flushed -> flushed.checksum();
            case JournalEntry.Ran ran -> ran.checksum();
            case JournalEntry.Edited edited -> edited.checksum();
            case JournalEntry.Waiting _ -> null;
        };
        return said != null && !said.equals(reached.timeline().checksum());
    }

    private static <M extends PlayerModel> PlayerState<M> replay(PlayerState<M> state, JournalEntry entry)
            throws DecodeException, UnreadablePlayerException {
        var game = state.game();
        return switch (entry) {
            case JournalEntry.Flushed flushed -> replay(state, flushed);
            case JournalEntry.Waiting(var id, var action, var key) ->
                state.withWaiting(id, game.decode(action, ActionKind.SYNCHRONIZED), key);
            case JournalEntry.Edited(var schema, var model, var _) -> state.restored(model(game, schema, model));
            case JournalEntry.Ran(var id, var action, var key, var _) ->
                switch (state.timeline().runNow(game.decode(action, ActionKind.UNSYNCHRONIZED))) {
                    case Immediate.Ran<M>(var applied) -> state.withRun(id, applied.timeline(), key);
                    case Immediate.Touched<M>(var member) ->
                        throw new UnreadablePlayerException("an unsynchronized action now touches " + member);
                };
        };
    }

    private static <M extends PlayerModel> PlayerState<M> replay(PlayerState<M> state, JournalEntry.Flushed flushed)
            throws UnreadablePlayerException {
        return switch (state.timeline().replay(flushed.ops())) {
            case Replay.Rejected<M>(var _, var why) -> throw new UnreadablePlayerException(why);
            case Replay.Diverged<M>(var op, var _) ->
                throw new UnreadablePlayerException("ops[" + op + "] has a checksum of its own");
            case Replay.Replayed<M>(var next, var _, var _) -> {
                var receipt = flushed.receipt();
                yield receipt == null ? state.at(next) : state.at(next).with(receipt);
            }
        };
    }

    private StoredPlayers() {}
}
