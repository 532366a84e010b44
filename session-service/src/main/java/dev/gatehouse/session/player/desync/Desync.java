package dev.gatehouse.session.player.desync;

import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.patch.ModelDiff;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.protocol.ClientMessage.DesyncReport;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.DesyncDetails;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.session.player.desync.DesyncBundle.MemberDifference;
import dev.gatehouse.session.player.state.FlushOutcome;
import dev.gatehouse.session.player.state.PlayerState;
import dev.gatehouse.session.player.state.StoredPlayers;
import dev.gatehouse.session.session.Session;
import java.time.Instant;
import java.util.List;

/// A client whose model differs from ours, until it has said what its own is.
///
/// @param ours what all steps of the flush lead to on this side
/// @param bundle what is known so far
public record Desync(Session session, GameModel<?> game, PlayerModel ours, DesyncBundle bundle) {

    private static final int MOST_DIFFERENCES = 100;

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
        var player = session.identity().player();
        var game = state.game();
        var bundle = new DesyncBundle(
                player.gameId(),
                player.playerId(),
                session.identity().id(),
                game.logicVersion(),
                now,
                StoredPlayers.encode(trail.from(state), Audience.CLIENT),
                trail.since().stream().map(StoredPlayers::encode).toList(),
                seq,
                mismatch.ops(),
                mismatch.op(),
                mismatch.theirs(),
                mismatch.ours().checksum(),
                null,
                List.of());
        return new Desync(session, game, state.after(flush.ops()), bundle);
    }

    /// What the client hears of it.
    public DesyncDetails details() {
        return new DesyncDetails(bundle.flush(), bundle.op());
    }

    /// Whether a report is about the model that was compared.
    boolean isAbout(DesyncReport report) {
        return report.flush() == null || report.flush() == bundle.flush();
    }

    /// With what the client says.
    ///
    /// @throws DecodeException if that cannot be read
    public DesyncBundle reported(Encoded theirs) throws DecodeException {
        return bundle.reported(stored(game, theirs), differences(game, ours, theirs));
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
