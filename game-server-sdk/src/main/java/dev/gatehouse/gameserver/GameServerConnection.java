package dev.gatehouse.gameserver;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.JsonCodec;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.GameServerNotice.Updated;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.GameServerRequest.ConnectPlayers;
import dev.gatehouse.model.partner.GameServerRequest.End;
import dev.gatehouse.model.partner.GameServerRequest.Link;
import dev.gatehouse.model.partner.GameServerRequest.PlayerEvent;
import dev.gatehouse.model.partner.GameServerRequest.Presence;
import dev.gatehouse.model.partner.GameServerRequest.RemovePlayers;
import dev.gatehouse.model.partner.GameServerRequest.UpdateInstance;
import dev.gatehouse.model.partner.GameServerRequest.UpdatePlayer;
import dev.gatehouse.model.partner.GameServerRequest.VerifyTicket;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.LinkedInstance;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.PlayerUpdated;
import dev.gatehouse.model.partner.SeatedPlayer;
import dev.gatehouse.model.partner.TicketHolder;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.schema.JsonText;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A game server's link to its game instance.
///
/// Every request blocks until it is answered, 10 s at most, and throws [GameServerException] where it is
/// refused. Once linked, the connection says by itself that the server is well, as often as the service wants
/// to hear it. Safe to use from any thread; virtual threads suit it. Callbacks come one after the other on a
/// thread of their own and may block and ask in turn.
public final class GameServerConnection implements AutoCloseable {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final JsonCodec<LinkedInstance> LINKED = JsonCodec.of(LinkedInstance.class);
    private static final JsonCodec<TicketHolder> HOLDER = JsonCodec.of(TicketHolder.class);
    private static final JsonCodec<PlayerUpdated> UPDATED = JsonCodec.of(PlayerUpdated.class);

    private final AtomicReference<GameServerConfiguration> configuration;
    private final Callbacks callbacks;
    private final PartnerSocket socket;
    private final TicketKeys keys;
    private final Heartbeat heartbeat;
    private final AtomicLong lastId = new AtomicLong();

    private GameServerConnection(
            AtomicReference<GameServerConfiguration> configuration,
            Callbacks callbacks,
            PartnerSocket socket,
            TicketKeys keys) {
        this.configuration = configuration;
        this.callbacks = callbacks;
        this.socket = socket;
        this.keys = keys;
        this.heartbeat = new Heartbeat(socket, callbacks, this::nextId, instance());
    }

    /// Opens the link with both tokens and fetches the keys that tickets are checked with. The next step is
    /// [#link].
    ///
    /// @param time the wall clock, `InstantSource.system()`: tickets are good for a minute of it
    /// @throws GameServerException `unauthenticated` if the tokens are refused, `unreachable` if nobody answers
    public static GameServerConnection connect(GameServerConfiguration configuration, InstantSource time) {
        var http = HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
        var keys = new TicketKeys(http, configuration, time);
        var newest = new AtomicReference<>(configuration);
        var callbacks = new Callbacks(refresh -> newest.updateAndGet(now -> now.with(refresh)));
        var socket = new PartnerSocket(callbacks::received, callbacks::lost);
        LinkUpgrade.open(http, configuration, socket, CONNECT_WITHIN);
        return new GameServerConnection(newest, callbacks, socket, keys);
    }

    /// Called with players who were added after [#link]; take them with [#connectPlayers]. Set it before
    /// linking.
    public void onPlayersAdded(Consumer<List<SeatedPlayer>> callback) {
        callbacks.playersAdded = callback;
    }

    /// Called with each player who has no place in the instance any more, and whom [#removePlayers] did not name. Set
    /// it before linking.
    public void onPlayerLeft(Consumer<PlayerId> callback) {
        callbacks.playerLeft = callback;
    }

    /// Called when somebody else has changed the instance, or what the game keeps with it. Set it before linking.
    public void onUpdated(Consumer<Updated> callback) {
        callbacks.updated = callback;
    }

    /// Called once when the instance is over for whatever reason but [#end]: the server should stop.
    public void onTerminate(Consumer<String> callback) {
        callbacks.terminated = callback;
    }

    /// Called once when the link is gone without [#close]. A server that connects again with [#configuration] and
    /// links,
    /// at the same address and within the time that [LinkedInstance] allows for silence, keeps its instance.
    public void onLinkLost(Runnable callback) {
        callbacks.linkLost = callback;
    }

    /// What it was connected with, but with the newest pair of tokens: the service renews them over the link long
    /// before
    /// they expire. What to connect with again.
    public GameServerConfiguration configuration() {
        return configuration.get();
    }

    /// Takes the instance over. Players are told nothing before [#connectPlayers].
    ///
    /// @param host where players reach this server
    /// @param port 1 to 65535
    /// @param capacity how many players it takes
    /// @throws GameServerException `already_linked` if another link of the same pair of tokens is live
    public LinkedInstance link(String host, int port, int capacity) {
        var linked = read(LINKED, ask(new Link(nextId(), instance(), host, port, capacity)));
        heartbeat.start(Duration.ofMillis(linked.keepAliveMillis()));
        return linked;
    }

    /// The server is ready for these players: each is told where to go, with a fresh ticket. All or none.
    public void connectPlayers(List<PlayerId> players) {
        if (!players.isEmpty()) {
            ask(new ConnectPlayers(nextId(), instance(), players));
        }
    }

    /// Lets in whoever brought this ticket: checks it here first, and then has it used up, so that it is good
    /// once.
    ///
    /// @throws GameServerException `ticket_invalid`, `ticket_expired`, `ticket_used` or
    ///     `player_not_in_instance`
    public InstancePlayer acceptPlayer(String ticket) {
        var claims = keys.check(ticket, instance());
        var holder = read(HOLDER, ask(new VerifyTicket(nextId(), instance(), ticket)));
        if (!holder.playerId().value().equals(claims.sub())) {
            throw GameServerException.of(PartnerError.TICKET_INVALID);
        }
        return new InstancePlayer(holder.playerId(), holder.team());
    }

    /// Says that a player has come into the game.
    public void playerJoined(PlayerId player) {
        ask(new PlayerEvent(nextId(), instance(), player, Presence.JOINED));
    }

    /// Says that a player has left the game, but may come back.
    public void playerLeft(PlayerId player) {
        ask(new PlayerEvent(nextId(), instance(), player, Presence.LEFT));
    }

    /// Runs a server action on a player's model.
    ///
    /// @param action its members as JSON
    /// @param key makes asking again safe: the same key runs the action once; at most 128 characters
    /// @return the action's number in the player's session
    /// @throws GameServerException `player_unreachable`, or what the player's session refused it with
    public long updatePlayer(PlayerId player, ActionMode mode, ActionCall action, @Nullable String key) {
        return read(UPDATED, ask(new UpdatePlayer(nextId(), instance(), player, mode, action, key)))
                .id();
    }

    /// Replaces the instance's own data.
    ///
    /// @param json one JSON value, at most 8 KiB
    public void updateInstance(String json) {
        ask(new UpdateInstance(nextId(), instance(), new JsonText(json), null, null, List.of()));
    }

    /// Takes players out of the instance; the game goes on.
    public void removePlayers(List<PlayerId> players) {
        if (!players.isEmpty()) {
            ask(new RemovePlayers(nextId(), instance(), players));
        }
    }

    /// Ends the game. The tokens are no longer good after this, and whoever started this process will end it.
    ///
    /// @param why for people; at most 200 characters
    public void end(String why) {
        heartbeat.stop();
        callbacks.ending();
        ask(new End(nextId(), instance(), why));
    }

    /// Gives the link up without a word. The instance ends when the time for silence is over.
    @Override
    public void close() {
        heartbeat.stop();
        callbacks.ending();
        socket.close();
        callbacks.close();
    }

    private InstanceId instance() {
        return configuration.get().instanceId();
    }

    private String nextId() {
        return Long.toString(lastId.incrementAndGet());
    }

    private JsonText ask(GameServerRequest request) {
        try {
            return socket.ask(request).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof GameServerException refused) {
                throw refused;
            }
            throw e;
        }
    }

    private static <T> T read(JsonCodec<T> codec, JsonText value) {
        try {
            return codec.decode(value.text());
        } catch (DecodeException e) {
            throw new GameServerException(PartnerError.MALFORMED.code(), "the answer is not what it must be", false, e);
        }
    }
}
