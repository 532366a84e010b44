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
import dev.gatehouse.session.snapshot.PackedEntry;
import dev.gatehouse.session.snapshot.PackedSnapshot;
import java.util.ArrayList;
import java.util.List;
import org.pcollections.TreePMap;

/// Turns a player into what is stored and back: a snapshot, and the journal's entries since. All entries after a
/// snapshot were written by a game of the snapshot's schema and logic version, on a build of the suite with the
/// snapshot's rules of what may be stored, because another one stores a snapshot before it writes any.
public final class StoredPlayers {

    static final ProtoCodec<StoredState> SNAPSHOT = ProtoCodec.of(StoredState.class);
    private static final ProtoCodec<JournalEntry> ENTRY = ProtoCodec.of(JournalEntry.class);

    private static final String WHAT = "stored player";

    /// An entry as it is stored.
    public static ByteString encode(JournalEntry entry) {
        return PackedEntry.pack(ENTRY.encodeToByteString(entry));
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
        var stored = snapshot(snapshot);
        var provenance = new Provenance(game, stored);
        provenance.refuseLaterSteps(entries);
        var steps = new ArrayList<JournalEntry>();
        for (var bytes : entries) {
            steps.add(entry(bytes));
        }
        try {
            return replay(provenance, decode(game, stored), steps);
        } catch (DecodeException e) {
            throw new UnreadablePlayerException(WHAT, e, provenance.isLaters(e.kind()));
        } catch (IllegalArgumentException | IllegalStateException e) {
            // A migration's own, for one, which may quote what is hidden.
            throw new UnreadablePlayerException(WHAT, game.forLog(e), provenance.isLater());
        }
    }

    private static StoredState snapshot(ByteString stored) throws UnreadablePlayerException {
        try {
            return SNAPSHOT.decodeWhole(PackedSnapshot.unpack(stored));
        } catch (DecodeException e) {
            throw new UnreadablePlayerException(WHAT, e, UnreadablePlayerException.isUnknown(e.kind()));
        }
    }

    private static JournalEntry entry(ByteString stored) throws UnreadablePlayerException {
        try {
            return ENTRY.decodeWhole(PackedEntry.unpack(stored));
        } catch (DecodeException e) {
            throw new UnreadablePlayerException(WHAT, e, UnreadablePlayerException.isUnknown(e.kind()));
        }
    }

    private static <M extends PlayerModel> Restored<M> replay(
            Provenance provenance, PlayerState<M> from, List<JournalEntry> steps)
            throws DecodeException, UnreadablePlayerException {
        var state = from.judgedBy(provenance.stored().rules());
        // Another schema has other checksums.
        boolean compares = provenance.isOfThisSchema();
        int differing = 0;
        for (var step : steps) {
            state = replay(state, step);
            differing += compares && isOtherwise(step, state) ? 1 : 0;
        }
        return new Restored<>(state.judgedBy(StorableModel.RULES), provenance.isOfThisGame(), differing);
    }

    private static <M extends PlayerModel> PlayerState<M> decode(GameModel<M> game, StoredState stored)
            throws DecodeException {
        var model = model(game, stored.schema(), stored.model());
        var timeline = Timeline.start(game, model, stored.tick(), stored.startedAt());
        var state = new PlayerState<M>(game, timeline, 1, TreePMap.empty(), UsedKeys.NONE, Receipts.NONE);
        for (var waiting : stored.waiting()) {
            state = state.withWaiting(waiting.id(), game.decodeStored(waiting.action(), ActionKind.SYNCHRONIZED), null);
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
            case Encoded.Proto(var bytes) -> game.decodeStored(schema, bytes);
            case Encoded.Json _ -> throw new IllegalArgumentException("model: JSON (expected: protobuf)");
        };
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
                state.withWaiting(id, game.decodeStored(action, ActionKind.SYNCHRONIZED), key);
            case JournalEntry.Edited(var schema, var model, var _) -> state.restored(model(game, schema, model));
            case JournalEntry.Ran(var id, var action, var key, var _) ->
                switch (state.timeline().runNow(game.decodeStored(action, ActionKind.UNSYNCHRONIZED))) {
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
