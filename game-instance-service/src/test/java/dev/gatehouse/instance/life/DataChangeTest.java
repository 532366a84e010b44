package dev.gatehouse.instance.life;

import static dev.gatehouse.instance.life.InstanceExamples.ALICE;
import static dev.gatehouse.instance.life.InstanceExamples.BOB;
import static dev.gatehouse.instance.life.InstanceExamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.LifeEffect.TellPlayers;
import dev.gatehouse.instance.life.LifeEffect.TellServer;
import dev.gatehouse.instance.life.LifeEvent.DataUpdated;
import dev.gatehouse.instance.life.LifeEvent.PlayersAdded;
import dev.gatehouse.instance.life.LifeEvent.PlayersRemoved;
import dev.gatehouse.instance.life.Outcome.Changed;
import dev.gatehouse.instance.life.Outcome.Refused;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.PlayerWrite;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.instance.InstanceNotes;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.PlayerNotes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("3.4 (17): the game's data of an instance: versions, writers at once, who sees what")
class DataChangeTest {

    private static final JsonText ONE = new JsonText("{\"round\":1}");
    private static final JsonText TWO = new JsonText("{\"round\":2}");

    private final InstanceRecord running = InstanceExamples.in(InstanceState.RUNNING);

    @Test
    void replacesWhatItNamesAndLeavesTheRest() {
        var next = changed(running, new DataChange(ONE, null, null, List.of())).next();

        assertThat(next.data()).isEqualTo(new InstanceNotes(ONE, JsonText.EMPTY_OBJECT, 2, 0));
        assertThat(next.players()).isEqualTo(running.players());
    }

    @Test
    void tellsNoPlayerWhatNoPlayerSees() {
        assertThat(changed(running, new DataChange(ONE, null, null, List.of())).effects())
                .containsExactly(new TellServer());
    }

    @Test
    void tellsAllPlayersWhatAllOfThemSee() {
        var changed = changed(running, new DataChange(null, ONE, null, List.of()));

        assertThat(changed.next().data()).isEqualTo(new InstanceNotes(JsonText.EMPTY_OBJECT, ONE, 2, 0));
        assertThat(changed.effects())
                .containsExactly(new TellPlayers(InstanceEvent.UPDATED, List.of(ALICE, BOB), ""), new TellServer());
    }

    @Test
    void tellsAPlayersOwnDataToThisPlayerAlone() {
        var changed = changed(running, new DataChange(null, null, null, List.of(write(BOB, null))));

        assertThat(changed.next().seat(BOB).orElseThrow().data()).isEqualTo(new PlayerNotes(ONE, 2));
        assertThat(changed.next().data().version()).isEqualTo(1);
        assertThat(changed.effects())
                .containsExactly(new TellPlayers(InstanceEvent.UPDATED, List.of(BOB), ""), new TellServer());
    }

    @Test
    void letsOneOfTwoWritersThatReadTheSameVersionThrough() {
        var first = changed(running, new DataChange(ONE, null, 1L, List.of())).next();

        assertThat(Instances.step(first, new DataUpdated(new DataChange(TWO, null, 1L, List.of())), NOW))
                .isEqualTo(new Refused(PartnerError.VERSION_CONFLICT));
        assertThat(changed(first, new DataChange(TWO, null, 2L, List.of()))
                        .next()
                        .data()
                        .own())
                .isEqualTo(TWO);
    }

    @Test
    void writesNothingWhereOnePlayersVersionHasMovedOn() {
        var first = changed(running, new DataChange(null, null, null, List.of(write(BOB, 1L))))
                .next();
        var second = new DataChange(TWO, TWO, null, List.of(write(ALICE, 1L), write(BOB, 1L)));

        assertThat(Instances.step(first, new DataUpdated(second), NOW))
                .isEqualTo(new Refused(PartnerError.VERSION_CONFLICT));
    }

    @Test
    @DisplayName("who was removed and added again has data of another version than was ever read of the seat before")
    void writesNothingOverASeatThatWasNotRead() {
        var written = changed(running, new DataChange(null, null, null, List.of(write(BOB, 1L))))
                .next();
        var removed = next(written, new PlayersRemoved(List.of(BOB)));
        var back = next(removed, new PlayersAdded(List.of(new InstancePlayer(BOB, 1))));

        assertThat(back.seat(BOB).orElseThrow().data()).isEqualTo(new PlayerNotes(JsonText.EMPTY_OBJECT, 3));
        for (long stale : List.of(1L, 2L)) {
            var change = new DataChange(null, null, null, List.of(write(BOB, stale)));
            assertThat(Instances.step(back, new DataUpdated(change), NOW))
                    .isEqualTo(new Refused(PartnerError.VERSION_CONFLICT));
        }
    }

    private static InstanceRecord next(InstanceRecord now, LifeEvent event) {
        return ((Changed) Instances.step(now, event, NOW)).next();
    }

    @Test
    void writesNothingWhereOneIsNoPlayerOfTheInstance() {
        var change = new DataChange(ONE, null, null, List.of(write(new PlayerId("mallory"), null)));

        assertThat(Instances.step(running, new DataUpdated(change), NOW))
                .isEqualTo(new Refused(PartnerError.PLAYER_NOT_IN_INSTANCE));
    }

    private static PlayerWrite write(PlayerId player, @Nullable Long ifVersion) {
        return new PlayerWrite(player, ONE, ifVersion);
    }

    private static Changed changed(InstanceRecord now, DataChange change) {
        return (Changed) Instances.step(now, new DataUpdated(change), NOW);
    }
}
