package dev.gatehouse.model.partner;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.schema.Case;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything a game server may ask for. Each request names its instance, so that a server which runs several
/// can say which one it means, and is answered by one [GameServerAnswer] with the same `id`.
public sealed interface GameServerRequest {

    /// At most this many characters in one request: more than in any that keeps the other bounds.
    int MAX_LENGTH = 320 * 1024;

    /// At most this many characters in `id`.
    int MAX_ID_LENGTH = 64;

    /// At most this many players in one request.
    int MAX_PLAYERS = 200;

    /// At most this many characters of an idempotency key.
    int MAX_KEY_LENGTH = 128;

    /// The asker's own name for this request; the answer repeats it.
    String id();

    InstanceId instanceId();

    /// Takes an instance over: must come first. Answered with [LinkedInstance].
    ///
    /// @param host where players reach this server
    /// @param port 1 to 65535
    /// @param capacity how many players this server takes; 1 or more
    /// @param run of this process, of none before or after it, and known to nobody else: by it a
    ///     link that is opened again is told from another server's, and takes the place of the one
    ///     before. Absent for a server that waits until that one has ended
    @Case(name = "link", number = 10)
    record Link(
            @Member(1) String id,
            @Member(2) InstanceId instanceId,
            @Member(3) String host,
            @Member(4) int port,
            @Member(5) int capacity,
            @Member(6) @Nullable String run)
            implements GameServerRequest {

        /// At most this many characters in `host`.
        public static final int MAX_HOST_LENGTH = 253;

        /// At most this many characters in `run`.
        public static final int MAX_RUN_LENGTH = 64;

        public Link {
            Limits.length("id", id, MAX_ID_LENGTH);
            Limits.length("host", host, MAX_HOST_LENGTH);
            Limits.between("port", port, 1, 65535);
            Limits.between("capacity", capacity, 1, 100_000);
            if (run != null) {
                Limits.length("run", run, MAX_RUN_LENGTH);
            }
        }

        /// Leaves out what must not be in a log.
        @Override
        public String toString() {
            return "Link[id=%s, instanceId=%s, host=%s, port=%d, capacity=%d]"
                    .formatted(id, instanceId, host, port, capacity);
        }
    }

    /// The server is ready for these players of its instance: each is told where to go, with a fresh ticket.
    /// Asking again sends fresh tickets. Answered with [PlayersChanged].
    @Case(name = "connect-players", number = 11)
    record ConnectPlayers(
            @Member(1) String id,
            @Member(2) InstanceId instanceId,
            @Member(3) List<PlayerId> players) implements GameServerRequest {

        public ConnectPlayers {
            Limits.length("id", id, MAX_ID_LENGTH);
            Limits.between("players", players.size(), 1, MAX_PLAYERS);
        }
    }

    /// May the bearer of this ticket come in? A ticket is good once. Answered with [TicketHolder].
    @Case(name = "verify-ticket", number = 12)
    record VerifyTicket(
            @Member(1) String id,
            @Member(2) InstanceId instanceId,
            @Member(3) String ticket) implements GameServerRequest {

        public VerifyTicket {
            Limits.length("id", id, MAX_ID_LENGTH);
            Limits.length("ticket", ticket, PartnerKeys.MAX_TOKEN_LENGTH);
        }

        /// Leaves out what must not be in a log.
        @Override
        public String toString() {
            return "VerifyTicket[id=%s, instanceId=%s]".formatted(id, instanceId);
        }
    }

    /// Takes players out of the instance; the game goes on. Players who are not in it are passed over, so it
    /// can be asked again. Answered with [PlayersChanged].
    @Case(name = "remove-players", number = 13)
    record RemovePlayers(
            @Member(1) String id,
            @Member(2) InstanceId instanceId,
            @Member(3) List<PlayerId> players) implements GameServerRequest {

        public RemovePlayers {
            Limits.length("id", id, MAX_ID_LENGTH);
            Limits.between("players", players.size(), 1, MAX_PLAYERS);
        }
    }

    /// Replaces what the game keeps with the instance: all that is named, or nothing. Answered with
    /// [InstanceUpdated].
    ///
    /// @param data for the server, the studio's backend and operators; absent to leave it
    /// @param shared for the players, too; absent to leave it
    /// @param ifVersion where given: nothing is written unless `data` and `shared` have this version now
    /// @param players what is kept with single players, each named once
    @Case(name = "update-instance", number = 14)
    record UpdateInstance(
            @Member(1) String id,
            @Member(2) InstanceId instanceId,
            @Member(3) @Nullable JsonText data,
            @Member(4) @Nullable JsonText shared,
            @Member(5) @Nullable Long ifVersion,
            @Member(6) List<PlayerWrite> players)
            implements GameServerRequest {

        /// At most this many characters of JSON in each of `data` and `shared`.
        public static final int MAX_DATA_LENGTH = 8 * 1024;

        public UpdateInstance {
            Limits.length("id", id, MAX_ID_LENGTH);
            if (data != null) {
                Limits.length("data", data.text(), MAX_DATA_LENGTH);
            }
            if (shared != null) {
                Limits.length("shared", shared.text(), MAX_DATA_LENGTH);
            }
            Limits.between("players", players.size(), 0, MAX_PLAYERS);
            Limits.distinct("players", players.stream().map(PlayerWrite::playerId));
            if (data == null && shared == null && players.isEmpty()) {
                throw new IllegalArgumentException("data: missing (expected: this, shared or players)");
            }
        }
    }

    /// Runs a server action on a player of the instance. Answered with [PlayerUpdated].
    ///
    /// @param key makes the request safe to repeat: the same key runs the action once
    @Case(name = "update-player", number = 15)
    record UpdatePlayer(
            @Member(1) String id,
            @Member(2) InstanceId instanceId,
            @Member(3) PlayerId playerId,
            @Member(4) ActionMode mode,
            @Member(5) ActionCall action,
            @Member(6) @Nullable String key)
            implements GameServerRequest {

        public UpdatePlayer {
            Limits.length("id", id, MAX_ID_LENGTH);
            if (key != null) {
                Limits.length("key", key, MAX_KEY_LENGTH);
            }
        }
    }

    /// A player came into the game or left it.
    @Case(name = "player-event", number = 16)
    record PlayerEvent(
            @Member(1) String id,
            @Member(2) InstanceId instanceId,
            @Member(3) PlayerId playerId,
            @Member(4) Presence event)
            implements GameServerRequest {

        public PlayerEvent {
            Limits.length("id", id, MAX_ID_LENGTH);
        }
    }

    /// Where a player is, as the game server sees it.
    enum Presence {
        @Member(0)
        JOINED,
        @Member(1)
        LEFT
    }

    /// The server and its game are well. Silence for longer than [LinkedInstance] says ends the instance.
    @Case(name = "keep-alive", number = 17)
    record KeepAlive(@Member(1) String id, @Member(2) InstanceId instanceId) implements GameServerRequest {

        public KeepAlive {
            Limits.length("id", id, MAX_ID_LENGTH);
        }
    }

    /// The game is over: its players are told, its tokens end, its server goes.
    ///
    /// @param why for people; kept in the instance's history
    @Case(name = "end", number = 18)
    record End(
            @Member(1) String id,
            @Member(2) InstanceId instanceId,
            @Member(3) String why) implements GameServerRequest {

        /// At most this many characters in `why`.
        public static final int MAX_WHY_LENGTH = 200;

        public End {
            Limits.length("id", id, MAX_ID_LENGTH);
            Limits.length("why", why, MAX_WHY_LENGTH);
        }
    }

    /// The server goes soon: the instance takes no more players from now on, and is ended in so long at the latest. Of
    /// several, the earliest counts. Whoever else drains the instance says so by [GameServerNotice.Drain].
    ///
    /// @param withinMillis 1 to a day
    @Case(name = "drain", number = 20)
    record Drain(
            @Member(1) String id,
            @Member(2) InstanceId instanceId,
            @Member(3) int withinMillis) implements GameServerRequest {

        /// At most this many milliseconds: a day.
        public static final int MAX_WITHIN_MILLIS = 24 * 60 * 60 * 1_000;

        public Drain {
            Limits.length("id", id, MAX_ID_LENGTH);
            Limits.between("withinMillis", withinMillis, 1, MAX_WITHIN_MILLIS);
        }
    }

    /// A further instance of the same game, which the asking server hosts itself: it is linked as it is
    /// created, and has a link and a pair of tokens of its own, which the server must open as soon as
    /// after a lost link. Answered with [CreatedInstance]; the same request again with the same instance.
    ///
    /// @param idempotencyKey names the instance among those of the game
    /// @param host where players reach it, as its link must say
    /// @param port likewise; 1 to 65535
    /// @param capacity likewise; 1 or more
    /// @param players its first
    /// @param data for the server, the studio's backend and operators; absent for nothing yet
    /// @param shared for the players, too; absent for nothing yet
    /// @param reconnect what becomes of players who come back; absent for [ReconnectPolicy#REQUIRED]
    @Case(name = "create-instance", number = 19)
    record CreateInstance(
            @Member(1) String id,
            @Member(2) InstanceId instanceId,
            @Member(3) String idempotencyKey,
            @Member(4) String host,
            @Member(5) int port,
            @Member(6) int capacity,
            @Member(7) List<InstancePlayer> players,
            @Member(8) @Nullable JsonText data,
            @Member(9) @Nullable JsonText shared,
            @Member(10) @Nullable ReconnectPolicy reconnect)
            implements GameServerRequest {

        public CreateInstance {
            Limits.length("id", id, MAX_ID_LENGTH);
            Limits.length("idempotencyKey", idempotencyKey, MAX_KEY_LENGTH);
            Limits.length("host", host, Link.MAX_HOST_LENGTH);
            Limits.between("port", port, 1, 65535);
            Limits.between("capacity", capacity, 1, 100_000);
            Limits.between("players", players.size(), 0, MAX_PLAYERS);
            Limits.distinct("players", players.stream().map(InstancePlayer::playerId));
            if (data != null) {
                Limits.length("data", data.text(), UpdateInstance.MAX_DATA_LENGTH);
            }
            if (shared != null) {
                Limits.length("shared", shared.text(), UpdateInstance.MAX_DATA_LENGTH);
            }
        }
    }
}
