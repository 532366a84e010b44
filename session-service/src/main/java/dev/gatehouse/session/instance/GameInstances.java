package dev.gatehouse.session.instance;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.instance.InstanceRequest;
import dev.gatehouse.model.instance.OwnInstance;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.servercode.Caller;
import dev.gatehouse.model.servercode.InstanceAnswer.Done;
import dev.gatehouse.model.servercode.InstanceAnswer.Refused;
import dev.gatehouse.model.servercode.InstanceAsker;
import dev.gatehouse.model.servercode.Reply;
import dev.gatehouse.model.servercode.ServerRpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What players of every game may call: to create game instances, to join and leave them, and to say whether they
/// come back. A player speaks for itself only, the game's rules have the word where nothing else is said, and the
/// answer shows what the player may see. Each may be called again: what is done already is answered as it was.
@ServerRpc(serial = false)
public final class GameInstances {

    /// So many of one player's calls may be open at once, over all its sessions.
    static final int MAX_OPEN = 4;

    private static final int FIRST_TEAM = 0;

    private final InstanceLine line;

    /// How many each player has open; of players who have none there is nothing.
    private final Map<PlayerKey, Integer> open = new ConcurrentHashMap<>();

    public GameInstances(InstanceLine line) {
        this.line = line;
    }

    /// Another player whom the creator wants to have with it.
    ///
    /// @param team the game's own numbering; 0 unless said
    public record Companion(
            @Member(1) PlayerId playerId,
            @Member(2) @Nullable Integer team) {}

    /// @param key of the caller's own: the same one with the same wish gives the same instance
    /// @param team of the caller, who is in the instance from the first
    /// @param players the others
    /// @param data for the instance's server and backends
    /// @param shared for its players, too
    public Reply<OwnInstance> create(
            Caller caller,
            String key,
            @Nullable Integer team,
            @Nullable List<Companion> players,
            @Nullable String zone,
            @Nullable JsonText data,
            @Nullable JsonText shared)
            throws InterruptedException {
        return ask(
                caller,
                () -> new InstanceRequest.Create(
                        asker(caller), key, zone, seats(caller, team, players), data, shared, null),
                done -> shown(caller, done));
    }

    public Reply<OwnInstance> join(Caller caller, InstanceId instanceId, @Nullable Integer team)
            throws InterruptedException {
        return ask(
                caller,
                () -> new InstanceRequest.AddPlayers(asker(caller), instanceId, List.of(seat(caller.playerId(), team))),
                done -> shown(caller, done));
    }

    /// Is done as well where the caller was not in it.
    public Reply<Void> leave(Caller caller, InstanceId instanceId) throws InterruptedException {
        return ask(
                caller,
                () -> new InstanceRequest.RemovePlayers(asker(caller), instanceId, List.of(caller.playerId())),
                _ -> Reply.done());
    }

    /// Of a caller who has heard that it may come back: where to go comes by news.
    public Reply<OwnInstance> reconnect(Caller caller, InstanceId instanceId) throws InterruptedException {
        return ask(caller, () -> new InstanceRequest.Reconnect(asker(caller), instanceId), done -> shown(caller, done));
    }

    /// Of a caller who has heard that it may come back: it has no seat any more.
    public Reply<Void> decline(Caller caller, InstanceId instanceId) throws InterruptedException {
        return ask(caller, () -> new InstanceRequest.DeclineReconnect(asker(caller), instanceId), _ -> Reply.done());
    }

    private static List<InstancePlayer> seats(
            Caller caller, @Nullable Integer team, @Nullable List<Companion> players) {
        var seats = new ArrayList<InstancePlayer>();
        seats.add(seat(caller.playerId(), team));
        if (players != null) {
            players.forEach(player -> seats.add(seat(player.playerId(), player.team())));
        }
        return seats;
    }

    private static InstancePlayer seat(PlayerId player, @Nullable Integer team) {
        return new InstancePlayer(player, team == null ? FIRST_TEAM : team);
    }

    private <T> Reply<T> ask(Caller caller, Supplier<InstanceRequest> wish, Function<Done, Reply<T>> answering)
            throws InterruptedException {
        var player = new PlayerKey(caller.gameId(), caller.playerId());
        try {
            return open.merge(player, 1, Integer::sum) > MAX_OPEN
                    ? refused(CallError.of(CallErrorCode.TOO_MANY))
                    : answer(caller, wish, answering);
        } finally {
            open.computeIfPresent(player, (_, count) -> count == 1 ? null : count - 1);
        }
    }

    private <T> Reply<T> answer(Caller caller, Supplier<InstanceRequest> wish, Function<Done, Reply<T>> answering)
            throws InterruptedException {
        InstanceRequest request;
        try {
            request = wish.get();
        } catch (IllegalArgumentException e) {
            return refused(invalid(String.valueOf(e.getMessage())));
        }
        return switch (line.ask(caller.gameId(), request)) {
            case Done done -> answering.apply(done);
            case Refused(var why) -> refused(errorOf(why));
        };
    }

    /// An instance that the caller is not in any more is no business of the caller's.
    private static Reply<OwnInstance> shown(Caller caller, Done done) {
        return OwnInstance.of(done.instance(), caller.playerId())
                .map(Reply::of)
                .orElseGet(() -> refused(errorOf(Failure.of(PartnerError.PLAYER_NOT_IN_INSTANCE))));
    }

    /// Arguments that do not fit have one code, whoever finds that out.
    private static CallError errorOf(Failure why) {
        return why.code().equals(PartnerError.INVALID_ARGUMENT.code())
                ? invalid(why.message())
                : new CallError(why.code(), why.message(), why.retryable());
    }

    private static CallError invalid(String why) {
        return CallError.of(CallErrorCode.INVALID_ARGUMENTS, why);
    }

    private static InstanceAsker asker(Caller caller) {
        return InstanceAsker.player(caller.playerId());
    }

    private static <T> Reply<T> refused(CallError error) {
        return new Reply.Refused<>(error);
    }
}
