package dev.gatehouse.registry.instance;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.ReconnectPolicy;
import dev.gatehouse.model.schema.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A game instance as Redis keeps it.
///
/// @param history every state it has been in, oldest first; the last one is its state now
/// @param server absent until a provider has given one
/// @param released whether everything that an end calls for has been done: server gone, players told
/// @param touchedAt when somebody last did something with it, in milliseconds since 1970
/// @param drainBy when it is ended at the latest, as it takes no more players, in milliseconds since 1970; absent while
///     it does
/// @param declined players who had a seat, did not want to come back to it, and have none since; the last ones
/// @param unheard what players are not known to have heard
public record InstanceRecord(
        @Member(1) InstanceId id,
        @Member(2) GameId gameId,
        @Member(3) Origin origin,
        @Member(4) List<HistoryEntry> history,
        @Member(5) @Nullable AllocatedServer server,
        @Member(6) List<Seat> players,
        @Member(7) InstanceNotes data,
        @Member(8) boolean released,
        @Member(9) long touchedAt,
        @Member(10) @Nullable Long drainBy,
        @Member(11) List<PlayerId> declined,
        @Member(12) Unheard unheard) {

    /// A player's place in the instance.
    ///
    /// @param connected whether the server has taken the player and the player was told where to go
    /// @param present whether the player is in the game, as the server sees it
    /// @param entry whether the player ever was, and what has come of it since
    public record Seat(
            @Member(1) PlayerId playerId,
            @Member(2) int team,
            @Member(3) boolean connected,
            @Member(4) boolean present,
            @Member(5) PlayerNotes data,
            @Member(6) Entry entry) {

        /// Of a player who is not expected before the server takes it.
        public static Seat first(PlayerId playerId, int team, PlayerNotes data) {
            return new Seat(playerId, team, false, false, data, Entry.AWAITED);
        }

        public Seat asConnected() {
            return new Seat(playerId, team, true, present, data, entry);
        }

        /// Of a player who has come into the game.
        public Seat asPresent() {
            return new Seat(playerId, team, connected, true, data, Entry.ENTERED);
        }

        /// Of a player who has left it.
        public Seat asAbsent() {
            return new Seat(playerId, team, connected, false, data, entry);
        }

        /// Of a player who was in it and is asked whether it comes back.
        public Seat asOffered() {
            return new Seat(playerId, team, connected, present, data, Entry.OFFERED);
        }

        public Seat withData(PlayerNotes data) {
            return new Seat(playerId, team, connected, present, data, entry);
        }
    }

    /// How far a player has come into the game.
    public enum Entry {

        /// Was never in it.
        @Member(0)
        AWAITED,

        /// Was let in.
        @Member(1)
        ENTERED,

        /// Was let in, has lost every session since, and is asked whether it comes back.
        @Member(2)
        OFFERED
    }

    /// How the instance came to be.
    ///
    /// @param fingerprint of what was asked for: tells a repeated request from another one under the same key
    /// @param createdAt milliseconds since 1970
    /// @param reconnect what becomes of players who come back
    /// @param root the game server that it comes from, be it by others in between; absent where no game server
    ///     created it
    public record Origin(
            @Member(1) String idempotencyKey,
            @Member(2) String fingerprint,
            @Member(3) String provider,
            @Member(4) @Nullable String zone,
            @Member(5) long createdAt,
            @Member(6) ReconnectPolicy reconnect,
            @Member(7) @Nullable ServerId root) {}

    /// @param at milliseconds since 1970
    /// @param why for people
    public record HistoryEntry(
            @Member(1) InstanceState state,
            @Member(2) long at,
            @Member(3) String why) {}

    /// What players are to hear and are not known to have heard.
    ///
    /// @param news in the order in which it came up
    /// @param count how often anything has come up
    public record Unheard(
            @Member(1) List<OwedNews> news, @Member(2) long count) {

        /// Everybody knows everything.
        public static final Unheard NOTHING = new Unheard(List.of(), 0);

        public Unheard {
            news = List.copyOf(news);
        }

        public Unheard with(List<OwedNews> other) {
            return new Unheard(other, count);
        }
    }

    public InstanceRecord {
        if (history.isEmpty()) {
            throw new IllegalArgumentException("history: empty (expected: at least the first state)");
        }
        history = List.copyOf(history);
        players = List.copyOf(players);
        declined = List.copyOf(declined);
    }

    public InstanceState state() {
        return history.getLast().state();
    }

    /// When it came into its state.
    public Instant since() {
        return Instant.ofEpochMilli(history.getLast().at());
    }

    /// When somebody last did something with it.
    public Instant lastTouch() {
        return Instant.ofEpochMilli(touchedAt);
    }

    /// When it is ended at the latest, as it takes no more players; empty while it does.
    public Optional<Instant> drainEnd() {
        return Optional.ofNullable(drainBy).map(Instant::ofEpochMilli);
    }

    public Optional<Seat> seat(PlayerId player) {
        return players.stream().filter(seat -> seat.playerId().equals(player)).findFirst();
    }

    /// What players are not known to have heard.
    public List<OwedNews> owed() {
        return unheard.news();
    }

    public InstanceRecord in(InstanceState state, Instant at, String why) {
        var longer = new ArrayList<>(history);
        longer.add(new HistoryEntry(state, at.toEpochMilli(), why));
        return new InstanceRecord(
                id, gameId, origin, longer, server, players, data, released, touchedAt, drainBy, declined, unheard);
    }

    public InstanceRecord withServer(AllocatedServer server) {
        return new InstanceRecord(
                id, gameId, origin, history, server, players, data, released, touchedAt, drainBy, declined, unheard);
    }

    public InstanceRecord withPlayers(List<Seat> players) {
        return new InstanceRecord(
                id, gameId, origin, history, server, players, data, released, touchedAt, drainBy, declined, unheard);
    }

    public InstanceRecord withDeclined(List<PlayerId> declined) {
        return new InstanceRecord(
                id, gameId, origin, history, server, players, data, released, touchedAt, drainBy, declined, unheard);
    }

    public InstanceRecord withUnheard(Unheard unheard) {
        return new InstanceRecord(
                id, gameId, origin, history, server, players, data, released, touchedAt, drainBy, declined, unheard);
    }

    public InstanceRecord withData(InstanceNotes data) {
        return new InstanceRecord(
                id, gameId, origin, history, server, players, data, released, touchedAt, drainBy, declined, unheard);
    }

    public InstanceRecord touched(Instant at) {
        return new InstanceRecord(
                id,
                gameId,
                origin,
                history,
                server,
                players,
                data,
                released,
                at.toEpochMilli(),
                drainBy,
                declined,
                unheard);
    }

    public InstanceRecord drained(Instant by) {
        return new InstanceRecord(
                id,
                gameId,
                origin,
                history,
                server,
                players,
                data,
                released,
                touchedAt,
                by.toEpochMilli(),
                declined,
                unheard);
    }

    public InstanceRecord asReleased() {
        return new InstanceRecord(
                id, gameId, origin, history, server, players, data, true, touchedAt, drainBy, declined, unheard);
    }
}
