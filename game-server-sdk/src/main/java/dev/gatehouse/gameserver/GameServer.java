package dev.gatehouse.gameserver;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.LinkedInstance;
import dev.gatehouse.model.partner.SeatedPlayer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All that a game server knows of its instance at one moment: never what has happened, always what is so.
///
/// @param instance where it is in its life, who has a place in it, what the game keeps with it and with them, and
///     the versions of that
/// @param isLinked false while a lost link is opened again; whatever has changed meanwhile shows once it is
/// @param over why there is nothing left to do, a code or words of the service; absent while the game may go on
public record GameServer(
        LinkedInstance instance, boolean isLinked, @Nullable String over) {

    /// Whether there is nothing left to do: the server should stop.
    public boolean isOver() {
        return over != null;
    }

    /// When the instance is ended at the latest, as it takes no more players: the server should bring its game to an
    /// end by then. Empty while it goes on.
    public Optional<Instant> drainBy() {
        return Optional.ofNullable(instance.drainBy()).map(Instant::ofEpochMilli);
    }

    /// Players who have a place and were not told yet where to go: [GameServerConnection#connectPlayers] does that.
    public List<PlayerId> waiting() {
        return instance.players().stream()
                .filter(seat -> !seat.connected())
                .map(SeatedPlayer::playerId)
                .toList();
    }

    /// Players who had a place, could have come back to it after they had gone, and did not want to.
    public List<PlayerId> declined() {
        return instance.declined();
    }

    /// Empty for a player who has no place in the instance, or no longer.
    public Optional<SeatedPlayer> player(PlayerId player) {
        return instance.players().stream()
                .filter(seat -> seat.playerId().equals(player))
                .findFirst();
    }

    GameServer with(LinkedInstance instance) {
        return new GameServer(instance, isLinked, over);
    }

    GameServer unlinked() {
        return new GameServer(instance, false, over);
    }

    /// The first reason stays.
    GameServer over(String why) {
        return over == null ? new GameServer(instance, isLinked, why) : this;
    }
}
