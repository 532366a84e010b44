package dev.gatehouse.session.player.owner;

import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.patch.JsonPatches;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.JsonText;
import java.util.function.UnaryOperator;

/// Makes the next model from the one at hand.
public interface ModelEdit {

    /// @throws DecodeException if what comes out is no model of the game's
    <M extends PlayerModel> M next(GameModel<M> game, M model) throws DecodeException;

    /// What the game's own code makes of it.
    static ModelEdit by(UnaryOperator<PlayerModel> code) {
        return new ModelEdit() {
            @Override
            public <M extends PlayerModel> M next(GameModel<M> game, M model) throws DecodeException {
                var next = code.apply(model);
                if (next == null) {
                    throw malformed("the edit gave no model");
                }
                return game.type().cast(next);
            }
        };
    }

    /// What a patch (RFC 6902) makes of the model with its `@ServerOnly` members.
    static ModelEdit by(JsonText patch) {
        return new ModelEdit() {
            @Override
            public <M extends PlayerModel> M next(GameModel<M> game, M model) throws DecodeException {
                var patched = JsonPatches.apply(json(game, model), patch);
                var next = game.decodeModel(new Encoded.Json(patched.text()));
                // A member that the model does not have is skipped where it is read: nothing may be lost in silence.
                if (!JsonPatches.between(json(game, next), patched).text().equals("[]")) {
                    throw malformed("patch: of a member that the model has not, or has otherwise");
                }
                return next;
            }
        };
    }

    private static DecodeException malformed(String why) {
        return new DecodeException(DecodeException.Kind.MALFORMED, why);
    }

    private static <M extends PlayerModel> JsonText json(GameModel<M> game, M model) {
        return new JsonText(((Encoded.Json) game.encodeModel(Encoding.JSON, model, Audience.SERVER)).text());
    }
}
