package dev.gatehouse.client;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.PlayerModel;

/// The game that a client plays.
public record ClientGame<M extends PlayerModel>(GameId id, GameModel<M> model, Checksums checksums) {

    /// With a checksum for each flush.
    public ClientGame(GameId id, GameModel<M> model) {
        this(id, model, Checksums.PER_FLUSH);
    }

    public ClientGame<M> with(Checksums other) {
        return new ClientGame<>(id, model, other);
    }
}
