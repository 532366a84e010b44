package dev.gatehouse.instance.life.redis;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.InstanceRecord.Seat;
import dev.gatehouse.registry.instance.PlayerInstances;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the index of players' instances as the instances change. Only an index: what it lacks or has too much is
/// logged, and stops no instance. With each later change of a seat it is noted again.
final class SeatIndex {

    private static final Logger LOG = LoggerFactory.getLogger(SeatIndex.class);

    private final PlayerInstances index;

    SeatIndex(PlayerInstances index) {
        this.index = index;
    }

    /// Before a change is sent: those who get a seat with it, or another one.
    ///
    /// @param version of the instance as it is
    CompletionStage<Void> taken(List<Seat> before, InstanceRecord next, long version) {
        var earlier = before.stream().collect(Collectors.toMap(Seat::playerId, Function.identity()));
        var taken = playersOf(next, next.players(), seat -> !Objects.equals(seat, earlier.get(seat.playerId())));
        return logged(index.note(next.id(), taken, version), "players of instance {} are not noted: {}", next);
    }

    /// Once a change is done: those who have no seat any more.
    ///
    /// @param version of the instance since
    void givenUp(List<Seat> before, InstanceRecord now, long version) {
        var seated = now.players().stream().map(Seat::playerId).collect(Collectors.toSet());
        forget(now, playersOf(now, before, seat -> !seated.contains(seat.playerId())), version);
    }

    /// Once an instance is over: its players.
    void over(InstanceRecord ended, long version) {
        forget(ended, playersOf(ended, ended.players(), _ -> true), version);
    }

    /// Somebody who was looked for in the instance, and has no seat in it that counts.
    void notIn(InstanceRecord instance, PlayerId player, long version) {
        forget(instance, List.of(new PlayerKey(instance.gameId(), player)), version);
    }

    private void forget(InstanceRecord instance, Collection<PlayerKey> players, long version) {
        if (!players.isEmpty()) {
            var _ = logged(
                    index.forget(instance.id(), players, version), "players of instance {} stay noted: {}", instance);
        }
    }

    private static List<PlayerKey> playersOf(InstanceRecord instance, List<Seat> seats, Predicate<Seat> which) {
        return seats.stream()
                .filter(which)
                .map(seat -> new PlayerKey(instance.gameId(), seat.playerId()))
                .toList();
    }

    private static CompletionStage<Void> logged(CompletionStage<Void> done, String message, InstanceRecord instance) {
        return done.exceptionally(failure -> {
            LOG.warn(message, instance.id(), failure.toString());
            return null;
        });
    }
}
