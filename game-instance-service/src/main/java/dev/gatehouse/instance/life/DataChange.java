package dev.gatehouse.instance.life;

import static java.util.Objects.requireNonNullElse;

import dev.gatehouse.instance.life.LifeEffect.TellPlayers;
import dev.gatehouse.instance.life.LifeEffect.TellServer;
import dev.gatehouse.instance.life.Outcome.Changed;
import dev.gatehouse.instance.life.Outcome.Refused;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.GameServerRequest.UpdateInstance;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.PlayerWrite;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.InstanceRecord.Seat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody wants the game's data of an instance to be.
///
/// @param data absent to leave it
/// @param shared absent to leave it
/// @param ifVersion what the version of both must be; absent for any
/// @param players each named once
public record DataChange(
        @Nullable JsonText data,
        @Nullable JsonText shared,
        @Nullable Long ifVersion,
        List<PlayerWrite> players) {

    public DataChange {
        players = List.copyOf(players);
    }

    public static DataChange of(UpdateInstance request) {
        return new DataChange(request.data(), request.shared(), request.ifVersion(), request.players());
    }

    /// All of it or nothing: one stranger, or one version that has moved on, and nothing is done. The players who see
    /// something else than before are told.
    Outcome on(InstanceRecord now) {
        if (Instances.isOver(now)) {
            return new Refused(PartnerError.INSTANCE_OVER);
        }
        var seats = new LinkedHashMap<PlayerId, Seat>();
        now.players().forEach(seat -> seats.put(seat.playerId(), seat));
        if (!players.stream().allMatch(write -> seats.containsKey(write.playerId()))) {
            return new Refused(PartnerError.PLAYER_NOT_IN_INSTANCE);
        }
        if (isOther(ifVersion, now.data().version()) || !areAsExpected(seats)) {
            return new Refused(PartnerError.VERSION_CONFLICT);
        }
        players.forEach(write -> seats.computeIfPresent(
                write.playerId(), (_, seat) -> seat.withData(seat.data().next(write.data()))));
        var next = withInstanceData(now.withPlayers(List.copyOf(seats.values())));
        var concerned =
                shared == null ? players.stream().map(PlayerWrite::playerId).toList() : Seats.ids(now.players());
        var news = new TellPlayers(InstanceEvent.UPDATED, concerned, "");
        return new Changed(next, concerned.isEmpty() ? List.of(new TellServer()) : List.of(news, new TellServer()));
    }

    private boolean areAsExpected(Map<PlayerId, Seat> seats) {
        return players.stream().noneMatch(write -> {
            var seat = seats.get(write.playerId());
            return seat != null && isOther(write.ifVersion(), seat.data().version());
        });
    }

    private InstanceRecord withInstanceData(InstanceRecord now) {
        var before = now.data();
        return data == null && shared == null
                ? now
                : now.withData(before.next(
                        requireNonNullElse(data, before.own()), requireNonNullElse(shared, before.shared())));
    }

    private static boolean isOther(@Nullable Long expected, long version) {
        return expected != null && expected != version;
    }
}
