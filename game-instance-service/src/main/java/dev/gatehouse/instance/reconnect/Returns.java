package dev.gatehouse.instance.reconnect;

import dev.gatehouse.instance.effect.PlayerNews;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.InstanceLife.Result.Done;
import dev.gatehouse.instance.life.InstanceLife.Result.Failed;
import dev.gatehouse.instance.life.InstanceStore;
import dev.gatehouse.instance.life.LifeEvent.PlayerReturned;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.partner.ReconnectPolicy;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.InstanceRecord.Entry;
import dev.gatehouse.registry.instance.InstanceRecord.Seat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Says what a player who has come with a new session is to hear: of each instance that it is in and that is not over
/// that it is in it, and where it runs and has taken the player, where to go, with a fresh ticket. Who is asked whether
/// it comes back hears that first, and where to go once it has said so. Blocks; safe to use from any thread.
public final class Returns {

    private final InstanceStore store;
    private final InstanceLife life;
    private final PlayerNews news;

    public Returns(InstanceStore store, InstanceLife life, PlayerNews news) {
        this.store = store;
        this.life = life;
        this.news = news;
    }

    /// @param isBack whether no other session of the player lives
    /// @return in the order in which the player took its seats
    public List<GameInstance> of(PlayerKey player, boolean isBack) {
        return store.ofPlayer(player).reversed().stream()
                .flatMap(instance -> by(instance, player.playerId(), isBack).stream())
                .flatMap(instance -> told(instance, player.playerId()))
                .toList();
    }

    /// What the player's return makes of the instance; empty where it is over meanwhile.
    private Optional<InstanceRecord> by(InstanceRecord instance, PlayerId player, boolean isBack) {
        if (!isBack || instance.origin().reconnect() == ReconnectPolicy.REQUIRED) {
            return Optional.of(instance);
        }
        return switch (life.apply(instance.id(), new PlayerReturned(player))) {
            case Done(var now, var _) -> Optional.of(now);
            case Failed _ -> Optional.empty();
        };
    }

    /// Who has lost its seat by coming back has been told so already.
    private Stream<GameInstance> told(InstanceRecord instance, PlayerId player) {
        return instance.seat(player).stream().flatMap(seat -> told(instance, seat));
    }

    private Stream<GameInstance> told(InstanceRecord instance, Seat seat) {
        var added = news.of(InstanceEvent.ADDED, instance, seat.playerId(), "");
        var server = instance.server();
        var address = server == null ? null : server.address();
        return address == null || !seat.connected() || seat.entry() == Entry.OFFERED
                ? Stream.of(added)
                : Stream.of(added, news.hostDetails(instance, address, seat.playerId()));
    }
}
