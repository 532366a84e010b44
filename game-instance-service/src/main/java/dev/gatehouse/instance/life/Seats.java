package dev.gatehouse.instance.life;

import static dev.gatehouse.model.lifecycle.InstanceState.LINKED;
import static dev.gatehouse.model.lifecycle.InstanceState.RUNNING;
import static dev.gatehouse.model.partner.PartnerError.INSTANCE_DRAINING;
import static dev.gatehouse.model.partner.PartnerError.INSTANCE_FULL;
import static dev.gatehouse.model.partner.PartnerError.INSTANCE_OVER;
import static dev.gatehouse.model.partner.PartnerError.NOT_LINKED;
import static dev.gatehouse.model.partner.PartnerError.PLAYER_NOT_IN_INSTANCE;
import static java.util.Objects.requireNonNullElse;

import dev.gatehouse.instance.life.LifeEffect.SendHostDetails;
import dev.gatehouse.instance.life.LifeEffect.TellPlayers;
import dev.gatehouse.instance.life.LifeEffect.TellServer;
import dev.gatehouse.instance.life.Outcome.Changed;
import dev.gatehouse.instance.life.Outcome.Refused;
import dev.gatehouse.instance.life.Outcome.Unchanged;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.lifecycle.InstanceLifecycle;
import dev.gatehouse.model.lifecycle.InstanceTrigger;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.instance.AllocatedServer.Address;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.InstanceRecord.Seat;
import dev.gatehouse.registry.instance.PlayerNotes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Decides about the players of an instance: who has a seat, whom the server has taken, who is in the game.
final class Seats {

    /// At most so many players in one instance.
    static final int MAX = GameServerRequest.MAX_PLAYERS;

    static List<PlayerId> ids(List<Seat> seats) {
        return seats.stream().map(Seat::playerId).toList();
    }

    /// @param lastGone the highest version of what was kept with players who are gone
    static List<Seat> of(List<InstancePlayer> players, long lastGone) {
        return players.stream()
                .map(player -> Seat.first(
                        player.playerId(),
                        player.team(),
                        PlayerNotes.first(requireNonNullElse(player.data(), JsonText.EMPTY_OBJECT), lastGone)))
                .toList();
    }

    /// All or nobody: one stranger among the players, and nothing is done.
    static Outcome connect(InstanceRecord now, List<PlayerId> players, Instant at) {
        Address address = now.server() == null ? null : now.server().address();
        if (Instances.isOver(now)) {
            return new Refused(INSTANCE_OVER);
        }
        if (address == null || (now.state() != LINKED && now.state() != RUNNING)) {
            return new Refused(NOT_LINKED);
        }
        if (!ids(now.players()).containsAll(players)) {
            return new Refused(PLAYER_NOT_IN_INSTANCE);
        }
        if (taken(now, players) > address.capacity()) {
            return new Refused(INSTANCE_FULL);
        }
        var seated = withConnected(now, Set.copyOf(players));
        var next = InstanceLifecycle.TABLE
                .next(now.state(), InstanceTrigger.PLAYERS_CONNECTED)
                .map(state -> seated.in(state, at, "the server has taken players"))
                .orElse(seated);
        return new Changed(next, List.of(new SendHostDetails(distinct(players), address)));
    }

    static Outcome add(InstanceRecord now, List<InstancePlayer> players) {
        if (Instances.isOver(now)) {
            return new Refused(INSTANCE_OVER);
        }
        if (now.drainEnd().isPresent()) {
            return new Refused(INSTANCE_DRAINING);
        }
        var present = new HashSet<>(ids(now.players()));
        var added = players.stream()
                .filter(player -> present.add(player.playerId()))
                .toList();
        if (added.isEmpty()) {
            return new Unchanged();
        }
        if (present.size() > roomIn(now)) {
            return new Refused(INSTANCE_FULL);
        }
        var seats = new ArrayList<>(now.players());
        seats.addAll(of(added, now.data().lastGone()));
        var ids = added.stream().map(InstancePlayer::playerId).toList();
        var declined = now.declined().stream().filter(player -> !ids.contains(player));
        return new Changed(
                now.withPlayers(seats).withDeclined(declined.toList()),
                // In this order: a server that hears of players takes them, and they hear where to go.
                List.of(new TellPlayers(InstanceEvent.ADDED, ids, ""), new TellServer()));
    }

    /// As many as its server takes, once that has linked and said so.
    private static int roomIn(InstanceRecord now) {
        Address address = now.server() == null ? null : now.server().address();
        return address == null ? MAX : Math.min(MAX, address.capacity());
    }

    /// @param why for people; empty where there is nothing to say
    static Outcome remove(InstanceRecord now, List<PlayerId> players, String why) {
        if (Instances.isOver(now)) {
            return new Refused(INSTANCE_OVER);
        }
        var gone = now.players().stream()
                .filter(seat -> players.contains(seat.playerId()))
                .toList();
        if (gone.isEmpty()) {
            return new Unchanged();
        }
        var left = new ArrayList<>(now.players());
        left.removeAll(gone);
        long lastGone =
                gone.stream().mapToLong(seat -> seat.data().version()).max().orElse(0);
        return new Changed(
                now.withPlayers(left).withData(now.data().without(lastGone)),
                List.of(new TellPlayers(InstanceEvent.REMOVED, ids(gone), why), new TellServer()));
    }

    static Outcome present(InstanceRecord now, PlayerId player, boolean present) {
        if (Instances.isOver(now)) {
            return new Refused(INSTANCE_OVER);
        }
        var seat = now.seat(player);
        if (seat.isEmpty()) {
            return new Refused(PLAYER_NOT_IN_INSTANCE);
        }
        var next = present ? seat.get().asPresent() : seat.get().asAbsent();
        if (next.equals(seat.get())) {
            return new Unchanged();
        }
        // Whoever is in the game knows where it is.
        return new Changed(with(present ? News.arrived(now, player) : now, next), List.of());
    }

    /// With this in place of the same player's seat.
    static InstanceRecord with(InstanceRecord now, Seat next) {
        return now.withPlayers(now.players().stream()
                .map(seat -> seat.playerId().equals(next.playerId()) ? next : seat)
                .toList());
    }

    private static long taken(InstanceRecord now, List<PlayerId> more) {
        return now.players().stream()
                .filter(seat -> seat.connected() || more.contains(seat.playerId()))
                .count();
    }

    private static InstanceRecord withConnected(InstanceRecord now, Set<PlayerId> players) {
        return now.withPlayers(now.players().stream()
                .map(seat -> players.contains(seat.playerId()) ? seat.asConnected() : seat)
                .toList());
    }

    private static List<PlayerId> distinct(List<PlayerId> players) {
        return players.stream().distinct().toList();
    }

    private Seats() {}
}
