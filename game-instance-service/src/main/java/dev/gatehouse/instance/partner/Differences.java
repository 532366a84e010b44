package dev.gatehouse.instance.partner;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.GameServerNotice;
import dev.gatehouse.model.partner.GameServerNotice.Drain;
import dev.gatehouse.model.partner.GameServerNotice.PlayerLeft;
import dev.gatehouse.model.partner.GameServerNotice.PlayersAdded;
import dev.gatehouse.model.partner.GameServerNotice.ReconnectDeclined;
import dev.gatehouse.model.partner.GameServerNotice.Updated;
import dev.gatehouse.model.partner.LinkedInstance;
import dev.gatehouse.model.partner.SeatedPlayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a server must be told to know its instance as it is. Of data the versions are compared.
final class Differences {

    /// In the order in which it must hear them; empty if it knows everything.
    static List<GameServerNotice> between(LinkedInstance known, LinkedInstance now) {
        var before = byPlayer(known);
        var after = byPlayer(now);
        var notices = new ArrayList<GameServerNotice>();
        for (PlayerId player : gone(known, now, after)) {
            notices.add(new PlayerLeft(now.instanceId(), player));
        }
        for (PlayerId player : now.declined()) {
            if (!known.declined().contains(player)) {
                notices.add(new ReconnectDeclined(now.instanceId(), player));
            }
        }
        var added = new ArrayList<SeatedPlayer>();
        var changed = new ArrayList<SeatedPlayer>();
        for (SeatedPlayer seat : now.players()) {
            var earlier = before.get(seat.playerId());
            if (earlier == null || !isSameSeat(earlier, seat)) {
                added.add(seat);
            } else if (earlier.version() != seat.version() || earlier.connected() != seat.connected()) {
                changed.add(seat);
            }
        }
        if (!added.isEmpty()) {
            notices.add(new PlayersAdded(now.instanceId(), added));
        }
        boolean hasOtherData = known.version() != now.version();
        if (hasOtherData || known.state() != now.state() || !changed.isEmpty()) {
            notices.add(new Updated(
                    now.instanceId(),
                    now.state(),
                    hasOtherData ? now.data() : null,
                    hasOtherData ? now.shared() : null,
                    now.version(),
                    changed));
        }
        var drainBy = now.drainBy();
        if (drainBy != null && !drainBy.equals(known.drainBy())) {
            notices.add(new Drain(now.instanceId(), drainBy));
        }
        return notices;
    }

    /// Whoever has another seat, and whoever has none and did not say so, or is not remembered to have said so.
    private static List<PlayerId> gone(LinkedInstance known, LinkedInstance now, Map<PlayerId, SeatedPlayer> after) {
        var left = known.players().stream()
                .filter(seat -> !isSameSeat(seat, after.get(seat.playerId())))
                .map(SeatedPlayer::playerId);
        var forgotten = known.declined().stream().filter(player -> !after.containsKey(player));
        return Stream.concat(left, forgotten)
                .filter(player -> !now.declined().contains(player))
                .toList();
    }

    /// A player who was removed and added again has another seat, which the server has not taken yet.
    private static boolean isSameSeat(SeatedPlayer earlier, @Nullable SeatedPlayer later) {
        return later != null
                && earlier.team() == later.team()
                && earlier.version() <= later.version()
                && (later.connected() || !earlier.connected());
    }

    private static Map<PlayerId, SeatedPlayer> byPlayer(LinkedInstance instance) {
        return instance.players().stream().collect(Collectors.toMap(SeatedPlayer::playerId, Function.identity()));
    }

    private Differences() {}
}
