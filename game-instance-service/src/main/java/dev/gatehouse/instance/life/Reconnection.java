package dev.gatehouse.instance.life;

import static dev.gatehouse.model.partner.PartnerError.INSTANCE_OVER;
import static dev.gatehouse.model.partner.PartnerError.PLAYER_NOT_IN_INSTANCE;
import static dev.gatehouse.model.partner.PartnerError.RECONNECT_NOT_OFFERED;

import dev.gatehouse.instance.life.LifeEffect.SendHostDetails;
import dev.gatehouse.instance.life.Outcome.Changed;
import dev.gatehouse.instance.life.Outcome.Refused;
import dev.gatehouse.instance.life.Outcome.Unchanged;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.ReconnectPolicy;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.InstanceRecord.Entry;
import dev.gatehouse.registry.instance.InstanceRecord.Seat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Decides about players who were in the game and have lost their last session since, by the instance's
/// [ReconnectPolicy]. Who was never in it comes for the first time, whatever the policy.
///
/// ```text
///             let in                comes back, optional             declines
///   AWAITED --------->  ENTERED  ------------------------>  OFFERED ---------->  (no seat)
///                          | ^            let in               |
///    comes back, off       | +---------------------------------+
///   (no seat) <------------+
/// ```
final class Reconnection {

    /// At most so many who have declined are remembered; of more the last ones.
    private static final int MAX_DECLINED = Seats.MAX;

    static Outcome comesBack(InstanceRecord now, PlayerId player) {
        return seated(now, player, seat -> seat.entry() == Entry.AWAITED ? new Unchanged() : comesBack(now, seat));
    }

    private static Outcome comesBack(InstanceRecord now, Seat seat) {
        return switch (now.origin().reconnect()) {
            case REQUIRED -> new Unchanged();
            case OPTIONAL ->
                seat.entry() == Entry.OFFERED
                        ? new Unchanged()
                        : new Changed(Seats.with(now, seat.asOffered()), List.of());
            case OFF -> Seats.remove(now, List.of(seat.playerId()), "there is no coming back");
        };
    }

    /// An offer stands until the player is in, and whoever the server has taken may ask where to go at any time, for
    /// one who never left its session but has lost the game: a ticket that was not used in time costs nothing but
    /// another.
    static Outcome accept(InstanceRecord now, PlayerId player) {
        return seated(now, player, seat -> {
            var server = now.server();
            var address = server == null ? null : server.address();
            if (seat.connected() && address != null && mayAsk(now, seat)) {
                return new Changed(now, List.of(new SendHostDetails(List.of(player), address)));
            }
            return seat.entry() == Entry.OFFERED ? new Changed(now, List.of()) : new Refused(RECONNECT_NOT_OFFERED);
        });
    }

    private static boolean mayAsk(InstanceRecord now, Seat seat) {
        return now.origin().reconnect() != ReconnectPolicy.OFF || seat.entry() == Entry.AWAITED;
    }

    static Outcome decline(InstanceRecord now, PlayerId player) {
        return offered(now, player, _ -> {
            var declined =
                    Stream.concat(now.declined().stream(), Stream.of(player)).toList();
            var kept = declined.subList(Math.max(0, declined.size() - MAX_DECLINED), declined.size());
            return Seats.remove(now.withDeclined(kept), List.of(player), "the player does not come back");
        });
    }

    private static Outcome offered(InstanceRecord now, PlayerId player, Function<Seat, Outcome> deciding) {
        return seated(
                now,
                player,
                seat -> seat.entry() == Entry.OFFERED ? deciding.apply(seat) : new Refused(RECONNECT_NOT_OFFERED));
    }

    private static Outcome seated(InstanceRecord now, PlayerId player, Function<Seat, Outcome> deciding) {
        return Instances.isOver(now)
                ? new Refused(INSTANCE_OVER)
                : now.seat(player).map(deciding).orElseGet(() -> new Refused(PLAYER_NOT_IN_INSTANCE));
    }

    private Reconnection() {}
}
