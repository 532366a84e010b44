package dev.gatehouse.goldrush.town;

import dev.gatehouse.goldrush.player.Player;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.Caller;
import dev.gatehouse.model.servercode.GameServices;
import dev.gatehouse.model.servercode.Reply;
import dev.gatehouse.model.servercode.ServerRpc;

/// Weighs a digger's gold in front of everybody.
@ServerRpc
public final class Assayer {

    private static final JsonCodec<Board> BOARDS = JsonCodec.of(Board.class);
    private static final JsonCodec<Weighing> WEIGHINGS = JsonCodec.of(Weighing.class);

    private final GameServices services;

    public Assayer(GameServices services) {
        this.services = services;
    }

    /// Puts the caller on the board, and tells everybody. Refuses with `no_gold` where there is none.
    public Reply<Weighing> weigh(Caller caller) {
        int gold = services.players()
                .find(caller.playerId(), Player.class)
                .toCompletableFuture()
                .join()
                .map(Player::gold)
                .orElse(0);
        if (gold == 0) {
            return Reply.refused("no_gold", "There is nothing to weigh.");
        }
        var weighing = new Weighing(caller.playerId(), gold);
        services.documents()
                .update(
                        Board.DOCUMENT,
                        text(Board.EMPTY),
                        board -> text(read(board).with(weighing)))
                .toCompletableFuture()
                .join();
        services.events()
                .send(Weighing.EVENT, EventScope.everybody(), new JsonText(WEIGHINGS.encode(weighing)))
                .toCompletableFuture()
                .join();
        return Reply.of(weighing);
    }

    private static JsonText text(Board board) {
        return new JsonText(BOARDS.encode(board));
    }

    private static Board read(JsonText board) {
        try {
            return BOARDS.decode(board.text());
        } catch (DecodeException e) {
            throw new IllegalStateException("the board is not one", e);
        }
    }
}
