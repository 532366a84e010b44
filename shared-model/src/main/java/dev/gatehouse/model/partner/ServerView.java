package dev.gatehouse.model.partner;

import static java.util.Objects.requireNonNullElse;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.GameServerNotice.Drain;
import dev.gatehouse.model.partner.GameServerNotice.PlayerLeft;
import dev.gatehouse.model.partner.GameServerNotice.PlayersAdded;
import dev.gatehouse.model.partner.GameServerNotice.ReconnectDeclined;
import dev.gatehouse.model.partner.GameServerNotice.Refresh;
import dev.gatehouse.model.partner.GameServerNotice.Terminate;
import dev.gatehouse.model.partner.GameServerNotice.Updated;
import dev.gatehouse.model.partner.GameServerRequest.ConnectPlayers;
import dev.gatehouse.model.partner.GameServerRequest.CreateInstance;
import dev.gatehouse.model.partner.GameServerRequest.End;
import dev.gatehouse.model.partner.GameServerRequest.KeepAlive;
import dev.gatehouse.model.partner.GameServerRequest.Link;
import dev.gatehouse.model.partner.GameServerRequest.PlayerEvent;
import dev.gatehouse.model.partner.GameServerRequest.RemovePlayers;
import dev.gatehouse.model.partner.GameServerRequest.UpdateInstance;
import dev.gatehouse.model.partner.GameServerRequest.UpdatePlayer;
import dev.gatehouse.model.partner.GameServerRequest.VerifyTicket;
import dev.gatehouse.model.partner.InstanceUpdated.PlayerVersion;
import dev.gatehouse.model.schema.JsonText;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What a game server knows of its instance: what it was answered when it linked, and all that was said on that link
/// since, in its order. The service tells it what it lacks, and the server goes by what it has; both find that with
/// these functions, so that they cannot disagree.
public final class ServerView {

    private static final JsonCodec<InstanceUpdated> VERSIONS = JsonCodec.of(InstanceUpdated.class);

    /// After the server has heard a notice. The same notice twice is as good as once.
    public static LinkedInstance after(LinkedInstance before, GameServerNotice notice) {
        return switch (notice) {
            case PlayersAdded(var _, var players) -> added(before, players);
            case PlayerLeft(var _, var player) ->
                without(before, List.of(player)).withDeclined(others(before.declined(), List.of(player)));
            case ReconnectDeclined(var _, var player) -> declined(before, player);
            case Updated updated -> updated(before, updated);
            case Drain(var _, var by) -> before.drained(by);
            case Terminate _, Refresh _ -> before;
        };
    }

    /// After a request of the server was done.
    ///
    /// @param value of the answer
    /// @throws DecodeException if that is not what it must be
    public static LinkedInstance after(LinkedInstance before, GameServerRequest done, JsonText value)
            throws DecodeException {
        return switch (done) {
            case ConnectPlayers connected ->
                each(before, seat -> connected.players().contains(seat.playerId()) ? seat.asConnected() : seat)
                        .in(InstanceState.RUNNING);
            case RemovePlayers removed -> without(before, removed.players());
            case UpdateInstance update -> written(before, update, VERSIONS.decode(value.text()));
            case Link _,
                    VerifyTicket _,
                    UpdatePlayer _,
                    PlayerEvent _,
                    KeepAlive _,
                    End _,
                    CreateInstance _,
                    GameServerRequest.Drain _ -> before;
        };
    }

    private static LinkedInstance added(LinkedInstance before, List<SeatedPlayer> players) {
        var ids = players.stream().map(SeatedPlayer::playerId).toList();
        return before.withPlayers(Stream.concat(without(before, ids).players().stream(), players.stream())
                        .toList())
                .withDeclined(others(before.declined(), ids));
    }

    private static LinkedInstance declined(LinkedInstance before, PlayerId player) {
        var others = others(before.declined(), List.of(player));
        return without(before, List.of(player))
                .withDeclined(Stream.concat(others.stream(), Stream.of(player)).toList());
    }

    private static List<PlayerId> others(List<PlayerId> players, Collection<PlayerId> than) {
        return players.stream().filter(player -> !than.contains(player)).toList();
    }

    private static LinkedInstance without(LinkedInstance before, Collection<PlayerId> gone) {
        return before.withPlayers(before.players().stream()
                .filter(seat -> !gone.contains(seat.playerId()))
                .toList());
    }

    private static LinkedInstance updated(LinkedInstance before, Updated now) {
        var seated = each(before, seat -> seatOf(now.players(), seat.playerId()).orElse(seat));
        return seated.in(now.state())
                .withData(
                        requireNonNullElse(now.data(), before.data()),
                        requireNonNullElse(now.shared(), before.shared()),
                        now.version());
    }

    /// What the server wrote itself it knows, unless somebody else has written in between: that it must be told.
    private static LinkedInstance written(LinkedInstance before, UpdateInstance update, InstanceUpdated now) {
        var seated = each(before, seat -> written(seat, update, now));
        boolean wroteNothing = update.data() == null && update.shared() == null;
        return wroteNothing || now.version() != before.version() + 1
                ? seated
                : seated.withData(
                        requireNonNullElse(update.data(), before.data()),
                        requireNonNullElse(update.shared(), before.shared()),
                        now.version());
    }

    private static SeatedPlayer written(SeatedPlayer seat, UpdateInstance update, InstanceUpdated now) {
        boolean isNext = now.players().contains(new PlayerVersion(seat.playerId(), seat.version() + 1));
        return update.players().stream()
                .filter(write -> isNext && write.playerId().equals(seat.playerId()))
                .findFirst()
                .map(write -> seat.withData(write.data(), seat.version() + 1))
                .orElse(seat);
    }

    private static Optional<SeatedPlayer> seatOf(List<SeatedPlayer> players, PlayerId player) {
        return players.stream().filter(seat -> seat.playerId().equals(player)).findFirst();
    }

    private static LinkedInstance each(LinkedInstance before, UnaryOperator<SeatedPlayer> change) {
        return before.withPlayers(before.players().stream().map(change).toList());
    }

    private ServerView() {}
}
