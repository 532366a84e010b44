package dev.gatehouse.session.player;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.player.ActionKind;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.schema.Encoded;
import java.util.List;

/// Brings a client's steps into the encoding of the journal, without the checksums that were compared already.
final class JournalOps {

    /// @param ops that were replayed already, so they can be read
    static <M extends PlayerModel> List<Op> of(GameModel<M> game, List<Op> ops) {
        return ops.stream().map(op -> of(game, op)).toList();
    }

    private static <M extends PlayerModel> Op of(GameModel<M> game, Op op) {
        var call = op.action();
        return call == null || call.args() instanceof Encoded.Proto
                ? op.reaching(null)
                : Op.action(translate(game, call));
    }

    private static <M extends PlayerModel> ActionCall translate(GameModel<M> game, ActionCall call) {
        try {
            return game.encode(Encoding.PROTO, game.decode(call, ActionKind.CLIENT));
        } catch (DecodeException e) {
            throw new IllegalStateException("a replayed action cannot be read: " + call.code(), e);
        }
    }

    private JournalOps() {}
}
