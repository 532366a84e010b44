package dev.gatehouse.session.player.desync;

import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.patch.ModelDiff;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.protocol.ClientMessage.DesyncReport;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.DesyncDetails;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.session.player.desync.DesyncBundle.MemberDifference;
import dev.gatehouse.session.player.state.FlushOutcome;
import dev.gatehouse.session.player.state.JournalEntry;
import dev.gatehouse.session.player.state.PlayerState;
import dev.gatehouse.session.player.state.Rendering;
import dev.gatehouse.session.player.state.StoredPlayers;
import dev.gatehouse.session.session.Session;
import java.time.Instant;
import java.util.List;

/// A client whose model differs from ours, until it has said what its own is. Nothing in it ever changes, so that a
/// bundle can be made of it on any thread, while the player goes on.
///
/// @param from a player some entries ago, and
/// @param since what led from there to where both sides still agreed
/// @param ours what all steps of the flush lead to on this side
public record Desync(
        Session session, Instant at, Rendering<?> from, List<JournalEntry> since, Compared compared, PlayerModel ours) {

    private static final int MOST_DIFFERENCES = 100;

    /// The flush, and where the two sides part.
    ///
    /// @param number the flush's own
    /// @param ops its steps as the journal would have them
    /// @param op the index of the step after which they differ
    /// @param theirs the client's checksum there
    /// @param ours the server's
    record Compared(long number, List<Op> ops, int op, String theirs, String ours) {}

    /// @param seq the number of the flush
    /// @param state where both sides still agreed
    public static Desync of(
            Session session,
            long seq,
            Flush flush,
            FlushOutcome.Mismatch<?> mismatch,
            PlayerState<?> state,
            Trail trail,
            Instant now) {
        return new Desync(
                session,
                now,
                Rendering.of(trail.from(state)),
                trail.since(),
                new Compared(
                        seq,
                        mismatch.ops(),
                        mismatch.op(),
                        mismatch.theirs(),
                        mismatch.ours().checksum()),
                state.after(flush.ops()));
    }

    PlayerKey player() {
        return session.identity().player();
    }

    /// What the client hears of it.
    public DesyncDetails details() {
        return new DesyncDetails(compared.number(), compared.op());
    }

    /// Whether a report is about the model that was compared.
    boolean isAbout(DesyncReport report) {
        return report.flush() == null || report.flush() == compared.number();
    }

    /// What is known so far. Takes a while where the model is large.
    DesyncBundle bundle() {
        return new DesyncBundle(
                player().gameId(),
                player().playerId(),
                session.identity().id(),
                from.game().logicVersion(),
                at,
                from.forAudience(Audience.CLIENT),
                since.stream()
                        .map(JournalEntry::withoutKey)
                        .map(StoredPlayers::encode)
                        .toList(),
                compared.number(),
                compared.ops(),
                compared.op(),
                compared.theirs(),
                compared.ours(),
                null,
                List.of());
    }

    /// With what the client says.
    ///
    /// @throws DecodeException if that cannot be read
    DesyncBundle bundle(Encoded theirs) throws DecodeException {
        return bundle().reported(stored(from.game(), theirs), differences(from.game(), ours, theirs));
    }

    private static <M extends PlayerModel> Encoded stored(GameModel<M> game, Encoded theirs) throws DecodeException {
        return game.encodeModel(Encoding.PROTO, game.decodeModel(theirs), Audience.CLIENT);
    }

    /// Where a model of ours and one of a client's differ, in what a client may see.
    static <M extends PlayerModel> List<MemberDifference> differences(
            GameModel<M> game, PlayerModel ours, Encoded theirs) throws DecodeException {
        return ModelDiff.between(game.type().cast(ours), game.decodeModel(theirs)).stream()
                .limit(MOST_DIFFERENCES)
                .map(change -> new MemberDifference(change.path(), change.before(), change.after()))
                .toList();
    }
}
