package dev.gatehouse.session.player;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.ModelDiff;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.player.Timeline;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.session.session.Session;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A client whose model differs from ours, and what ours was then.
record Desync(Session session, Timeline<?> ours) {

    private static final int MOST_DIFFERENCES = 20;
    private static final int MOST_CHARACTERS = 200;

    /// Names the members that differ, with both values; none that only the server may know.
    ///
    /// @param reported the client's model
    String differences(@Nullable PlayerState<?> state, Encoded reported) throws DecodeException {
        return state == null ? "" : differences(state.game(), ours.model(), reported);
    }

    private static <M extends PlayerModel> String differences(GameModel<M> game, PlayerModel ours, Encoded reported)
            throws DecodeException {
        var theirs = game.decodeModel(reported);
        return ModelDiff.between(game.type().cast(ours), theirs).stream()
                .limit(MOST_DIFFERENCES)
                .map(String::valueOf)
                .map(text -> text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "...")
                .collect(Collectors.joining("; "));
    }
}
