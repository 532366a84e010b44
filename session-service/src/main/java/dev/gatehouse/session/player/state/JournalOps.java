package dev.gatehouse.session.player.state;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.player.ActionKind;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.schema.Encoded;
import java.util.ArrayList;
import java.util.List;

/// Brings a client's steps into the encoding of the journal, without the checksums that were compared already.
final class JournalOps {

    /// @param ops that were replayed already, so they can be read
    /// @throws DecodeException naming one that cannot be written again
    static <M extends PlayerModel> List<Op> of(GameModel<M> game, List<Op> ops) throws DecodeException {
        var stored = new ArrayList<Op>();
        for (int i = 0; i < ops.size(); i++) {
            var call = ops.get(i).action();
            stored.add(
                    call == null || call.args() instanceof Encoded.Proto
                            ? ops.get(i).reaching(null)
                            : Op.action(translate(game, i, call)));
        }
        return List.copyOf(stored);
    }

    private static <M extends PlayerModel> ActionCall translate(GameModel<M> game, int index, ActionCall call)
            throws DecodeException {
        try {
            return game.translate(call, ActionKind.CLIENT, Encoding.PROTO);
        } catch (DecodeException e) {
            throw new DecodeException(e.kind(), "ops[" + index + "].action: " + e.getMessage());
        }
    }

    private JournalOps() {}
}
