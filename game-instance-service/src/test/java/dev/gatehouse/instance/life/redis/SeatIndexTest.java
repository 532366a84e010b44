package dev.gatehouse.instance.life.redis;

import static dev.gatehouse.instance.life.InstanceExamples.ALICE;
import static dev.gatehouse.instance.life.InstanceExamples.BOB;
import static dev.gatehouse.instance.life.InstanceExamples.GAME;
import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static dev.gatehouse.registry.RegistryAnswers.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.PlayerInstances;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class SeatIndexTest {

    private static final InstanceRecord BOTH = InstanceExamples.in(InstanceState.RUNNING);
    private static final InstanceRecord ALONE =
            BOTH.withPlayers(List.of(BOTH.seat(ALICE).orElseThrow()));

    private final List<String> asked = new ArrayList<>();
    private final Recorded index = new Recorded();
    private final SeatIndex seats = new SeatIndex(index);

    @Test
    void notesEveryPlayerOfANewInstance() {
        await(seats.taken(List.of(), BOTH, 7));

        assertThat(asked).containsExactly("note " + List.of(key(ALICE), key(BOB)) + " 7");
    }

    @Test
    void notesThoseWhoseSeatsAreOthersThanBefore() {
        await(seats.taken(ALONE.players(), BOTH, 7));
        var entered = BOTH.withPlayers(List.of(
                BOTH.seat(ALICE).orElseThrow(), BOTH.seat(BOB).orElseThrow().asPresent()));
        await(seats.taken(BOTH.players(), entered, 8));
        await(seats.taken(entered.players(), entered, 9));

        assertThat(asked)
                .containsExactly("note " + List.of(key(BOB)) + " 7", "note " + List.of(key(BOB)) + " 8", "note [] 9");
    }

    @Test
    void forgetsThoseWhoHaveNoSeatAnyMore() {
        seats.givenUp(BOTH.players(), ALONE, 8);
        seats.givenUp(BOTH.players(), BOTH, 9);

        assertThat(asked).containsExactly("forget " + List.of(key(BOB)) + " 8");
    }

    @Test
    void forgetsThePlayersOfWhatIsOver() {
        seats.over(InstanceExamples.in(InstanceState.ENDED), 9);

        assertThat(asked).containsExactly("forget " + List.of(key(ALICE), key(BOB)) + " 9");
    }

    @Test
    void stopsNoInstanceWhereTheIndexCannotBeWritten() {
        index.result = CompletableFuture.failedFuture(
                new RegistryUnavailableException("no answer", new IllegalStateException("test")));

        assertThatCode(() -> await(seats.taken(List.of(), BOTH, 7))).doesNotThrowAnyException();
        assertThatCode(() -> seats.over(BOTH, 8)).doesNotThrowAnyException();
    }

    private static PlayerKey key(PlayerId player) {
        return new PlayerKey(GAME, player);
    }

    private final class Recorded implements PlayerInstances {

        private CompletionStage<Void> result = CompletableFuture.completedFuture(null);

        @Override
        public CompletionStage<Void> note(InstanceId instance, Collection<PlayerKey> players, long version) {
            return did("note", instance, players, version);
        }

        @Override
        public CompletionStage<Void> forget(InstanceId instance, Collection<PlayerKey> players, long version) {
            return did("forget", instance, players, version);
        }

        @Override
        public CompletionStage<List<InstanceId>> of(PlayerKey player) {
            throw new UnsupportedOperationException();
        }

        private CompletionStage<Void> did(
                String what, InstanceId instance, Collection<PlayerKey> players, long version) {
            assertThat(instance).isEqualTo(ID);
            asked.add(what + " " + players + " " + version);
            return result;
        }
    }
}
