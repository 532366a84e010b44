package dev.gatehouse.model.id;

import dev.gatehouse.model.schema.Member;

/// A player of a game: what a lease, a model and a journal belong to.
public record PlayerKey(@Member(1) GameId gameId, @Member(2) PlayerId playerId) {

    @Override
    public String toString() {
        return gameId + "/" + playerId;
    }
}
