package dev.gatehouse.gameserver;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.CreatedInstance;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.GameServerRequest.ConnectPlayers;
import dev.gatehouse.model.partner.GameServerRequest.Drain;
import dev.gatehouse.model.partner.GameServerRequest.End;
import dev.gatehouse.model.partner.GameServerRequest.PlayerEvent;
import dev.gatehouse.model.partner.GameServerRequest.Presence;
import dev.gatehouse.model.partner.GameServerRequest.RemovePlayers;
import dev.gatehouse.model.partner.GameServerRequest.UpdateInstance;
import dev.gatehouse.model.partner.GameServerRequest.UpdatePlayer;
import dev.gatehouse.model.partner.GameServerRequest.VerifyTicket;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.InstanceUpdated;
import dev.gatehouse.model.partner.LinkedInstance;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.PlayerUpdated;
import dev.gatehouse.model.partner.PlayerWrite;
import dev.gatehouse.model.partner.TicketHolder;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.schema.JsonText;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A game server's link to its game instance.
///
/// Once linked, the connection keeps itself: it says that the server is well as often as the
/// service wants to hear it, takes the tokens that follow, and opens a lost link again, at the
/// same address, until the service says that the instance is over. What the server knows of its
/// instance is always to be read from [#now], and [#onChange] is called when it is another;
/// whatever happens to the link, that ends with what is so.
///
/// Every request blocks until it is answered, 10 s at most and as much before that for a lost
/// link, and throws [GameServerException] where it is refused, which says whether to ask again.
/// Safe to use from any thread; virtual threads suit it.
public final class GameServerConnection implements AutoCloseable {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration KEYS_WITHIN = Duration.ofSeconds(5);
    private static final JsonCodec<TicketHolder> HOLDER = JsonCodec.of(TicketHolder.class);
    private static final JsonCodec<InstanceUpdated> VERSIONS = JsonCodec.of(InstanceUpdated.class);
    private static final JsonCodec<CreatedInstance> CREATED = JsonCodec.of(CreatedInstance.class);
    private static final JsonCodec<PlayerUpdated> UPDATED = JsonCodec.of(PlayerUpdated.class);

    private final TicketKeys keys;
    private final ServerLink link;
    private final Changes changes;
    private final ScheduledExecutorService callbacks;

    private GameServerConnection(
            TicketKeys keys, ServerLink link, Changes changes, ScheduledExecutorService callbacks) {
        this.keys = keys;
        this.link = link;
        this.changes = changes;
        this.callbacks = callbacks;
    }

    /// Opens the link with both tokens and fetches the keys that tickets are checked with. The
    /// next step is [#link].
    ///
    /// @param time the wall clock, `InstantSource.system()`: tickets are good for a minute of it
    /// @param chance `new SecureRandom()`: tells this process from others that have its tokens
    /// @throws GameServerException `unauthenticated` if the tokens are refused, `unreachable` if
    ///     nobody answers
    public static GameServerConnection connect(
            GameServerConfiguration configuration, InstantSource time, RandomGenerator chance) {
        var upgrade = new LinkUpgrade(CONNECT_WITHIN);
        var keys = new TicketKeys(upgrade.http(), configuration, time, KEYS_WITHIN);
        var callbacks = thread("gatehouse-callbacks");
        var timer = thread("gatehouse-link");
        try {
            var changes = new Changes(callbacks);
            var link = new ServerLink(configuration, upgrade::open, changes, timer, chance);
            return new GameServerConnection(keys, link, changes, callbacks);
        } catch (GameServerException e) {
            callbacks.shutdown();
            timer.shutdown();
            throw e;
        }
    }

    /// Called with all that the server knows, once it has linked and whenever that is another
    /// than at the last call: the instance was changed, whoever did it, the link was lost or is
    /// back, or all is over. It is called with what is so by then, not once for each change. The
    /// calls come one after the other on a thread of their own, and may block and ask in turn;
    /// one that throws a [GameServerException] which is retryable is made again a second later. When
    /// all is over there may be one more, as the link closes after that. Set it before linking.
    public void onChange(Consumer<GameServer> callback) {
        changes.onChange(callback);
    }

    /// All that the server knows.
    ///
    /// @throws IllegalStateException before [#link]
    public GameServer now() {
        return changes.now();
    }

    /// What it was connected with, but with the newest pair of tokens: the service renews them
    /// over the link long before they expire. What another process of the same server would
    /// connect with.
    public GameServerConfiguration configuration() {
        return link.configuration();
    }

    /// Takes the instance over: the server is ready. Players are told nothing before
    /// [#connectPlayers].
    ///
    /// @param host where players reach this server
    /// @param port 1 to 65535
    /// @param capacity how many players it takes
    /// @throws GameServerException `already_linked` if another link of the same pair of tokens is
    ///     live; `other_address` if the instance has its server elsewhere: one that starts again links
    ///     where it was
    public LinkedInstance link(String host, int port, int capacity) {
        return await(link.link(host, port, capacity));
    }

    /// The server is ready for these players: each is told where to go, with a fresh ticket. All
    /// or none: more than the capacity has room for are `instance_full`, and so are all of them. An
    /// instance may have more players waiting than that.
    ///
    /// @param players at most 200
    public void connectPlayers(List<PlayerId> players) {
        if (!players.isEmpty()) {
            ask(new ConnectPlayers(link.nextId(), link.instance(), players));
        }
    }

    /// Lets in whoever brought this ticket: checks it here first, and then has it used up, so
    /// that it is good once.
    ///
    /// @throws GameServerException `ticket_invalid`, `ticket_expired`, `ticket_used` or
    ///     `player_not_in_instance`
    public InstancePlayer acceptPlayer(String ticket) {
        var claims = keys.check(ticket, link.instance());
        var holder = read(HOLDER, ask(new VerifyTicket(link.nextId(), link.instance(), ticket)));
        if (!holder.playerId().value().equals(claims.sub())) {
            throw GameServerException.of(PartnerError.TICKET_INVALID);
        }
        return new InstancePlayer(holder.playerId(), holder.team());
    }

    /// Says that a player has come into the game.
    public void playerJoined(PlayerId player) {
        ask(new PlayerEvent(link.nextId(), link.instance(), player, Presence.JOINED));
    }

    /// Says that a player has left the game, but may come back.
    public void playerLeft(PlayerId player) {
        ask(new PlayerEvent(link.nextId(), link.instance(), player, Presence.LEFT));
    }

    /// Runs a server action on a player's model.
    ///
    /// @param action its members as JSON
    /// @param key makes asking again safe: the same key runs the action once; at most 128
    ///     characters
    /// @return the action's number in the player's session
    /// @throws GameServerException `player_unreachable`, or what the player's session refused it
    ///     with
    public long updatePlayer(PlayerId player, ActionMode mode, ActionCall action, @Nullable String key) {
        return read(UPDATED, ask(new UpdatePlayer(link.nextId(), link.instance(), player, mode, action, key)))
                .id();
    }

    /// Replaces the instance's own data, whoever wrote it last.
    ///
    /// @param json one JSON value, at most 8 KiB
    public void updateInstance(String json) {
        updateInstance(new JsonText(json), null, null, List.of());
    }

    /// Replaces what the game keeps with the instance and with its players: all that is named, or
    /// nothing.
    ///
    /// @param data for this server, the studio's backend and operators, at most 8 KiB; absent to
    ///     leave it
    /// @param shared for the players, too, at most 8 KiB; absent to leave it
    /// @param ifVersion where given: nothing is written unless `data` and `shared` have this
    ///     version now
    /// @param players what is kept with single players, each named once
    /// @return the versions that these have now
    /// @throws GameServerException `version_conflict` if somebody else has written since that
    ///     version
    public InstanceUpdated updateInstance(
            @Nullable JsonText data, @Nullable JsonText shared, @Nullable Long ifVersion, List<PlayerWrite> players) {
        var update = new UpdateInstance(link.nextId(), link.instance(), data, shared, ifVersion, players);
        return read(VERSIONS, ask(update));
    }

    /// Creates a further instance of the same game, which this server hosts itself. It is linked
    /// at once, and counts as one whose server has just lost its link: connect with the answer and
    /// [#link] at the same address before the time for silence is over. Its players hear that they
    /// were added; the rest is as for any instance.
    ///
    /// @return what to connect with; the same request again is answered with the same instance
    /// @throws GameServerException `idempotency_key_taken` if the key made another instance, be it
    ///     another server's; `refused_by_game` if the game does not want it; `too_many_instances`,
    ///     which is retryable, while as many live as may come from this server, those that its
    ///     instances create in turn included
    public GameServerConfiguration createInstance(NewInstance wish) {
        return link.configuration().of(read(CREATED, ask(wish.request(link.nextId(), link.instance()))));
    }

    /// Takes players out of the instance; the game goes on.
    public void removePlayers(List<PlayerId> players) {
        if (!players.isEmpty()) {
            ask(new RemovePlayers(link.nextId(), link.instance(), players));
        }
    }

    /// This server goes soon: its instance takes no more players from now on, and is ended in so
    /// long at the latest; [#end] ends it before. Of several deadlines the earliest counts.
    ///
    /// @param within more than nothing, at most a day
    public void drain(Duration within) {
        ask(new Drain(link.nextId(), link.instance(), Math.toIntExact(within.toMillis())));
    }

    /// Ends the game: then [#now] is over, the tokens are no longer good, and whoever started
    /// this process ends it.
    ///
    /// @param why for people; at most 200 characters
    public void end(String why) {
        ask(new End(link.nextId(), link.instance(), why));
    }

    /// This server goes on its own account, as when its machine is stopped: what was asked before is
    /// answered, what is asked from now on is refused, the instance ends at once, and the link is
    /// closed. Before [#link] there is nobody to tell, and it is only closed. Blocks for what is
    /// still to be answered, and as long again for its own answer.
    ///
    /// @param why for people; at most 200 characters
    /// @throws GameServerException if the service could not be told: the link is closed all the
    ///     same, and the instance ends when the time for silence is over
    public void shutdown(String why) {
        try (this) {
            await(link.leave(why));
        }
    }

    /// Gives the link up without a word. The instance ends when the time for silence is over.
    @Override
    public void close() {
        link.close();
        callbacks.shutdown();
    }

    private JsonText ask(GameServerRequest request) {
        return await(link.ask(request));
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw GameServerException.causeOf(e);
        }
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    private static <T> T read(JsonCodec<T> codec, JsonText value) {
        try {
            return codec.decode(value.text());
        } catch (DecodeException e) {
            throw new GameServerException(PartnerError.MALFORMED.code(), "the answer is not what it must be", false, e);
        }
    }
}
