package dev.gatehouse.session.player;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.ModelDiff;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.player.Timeline;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.session.session.Session;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A client whose model differs from ours, and what ours was then.
record Desync(Session session, Timeline<?> ours) {

    private static final int MOST_DIFFERENCES = 20;
    private static final int MOST_CHARACTERS = 200;

    /// Says where the models differ, as JSON pointers: no values, which are the player's.
    ///
    /// @param reported the client's model
    String differences(@Nullable PlayerState<?> state, Encoded reported) throws DecodeException {
        return state == null ? "" : differences(state.game(), ours.model(), reported);
    }

    private static <M extends PlayerModel> String differences(GameModel<M> game, PlayerModel ours, Encoded reported)
            throws DecodeException {
        var theirs = game.decodeModel(reported);
        return places(ModelDiff.between(game.type().cast(ours), theirs));
    }

    static String places(List<ModelDiff.Change> differences) {
        return differences.stream()
                .limit(MOST_DIFFERENCES)
                .map(ModelDiff.Change::path)
                .map(path -> path.length() <= MOST_CHARACTERS ? path : path.substring(0, MOST_CHARACTERS) + "...")
                .collect(Collectors.joining("; "));
    }
}
