package dev.gatehouse.instance.life;

import static dev.gatehouse.instance.life.InstanceExamples.ALICE;
import static dev.gatehouse.instance.life.InstanceExamples.BOB;
import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static dev.gatehouse.instance.life.InstanceExamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.registry.instance.OwedNews;
import dev.gatehouse.testing.TestTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptsTest {

    private static final InstanceId LATER = new InstanceId("gi-later");

    private final TestTime time = new TestTime(NOW);
    private final Receipts receipts = new Receipts(time);

    @Test
    void keepsWhatWasHeardUntilItIsNoted() {
        receipts.heard(ID, added(ALICE));
        var noted = receipts.of(ID);
        receipts.heard(ID, added(BOB));

        receipts.noted(ID, noted);
        assertThat(receipts.of(ID)).containsExactly(added(BOB));

        receipts.noted(ID, receipts.of(ID));
        assertThat(receipts.of(ID)).isEmpty();
    }

    @Test
    void isDueOnceTheFirstHasWaitedForLongEnough() {
        receipts.heard(ID, added(ALICE));
        time.passes(Receipts.PATIENCE.minusMillis(1));
        receipts.heard(LATER, added(ALICE));
        receipts.heard(ID, added(BOB));
        assertThat(receipts.due(10)).isEmpty();

        time.passes(Receipts.PATIENCE);

        assertThat(receipts.due(10)).containsExactly(ID, LATER);
        assertThat(receipts.due(1)).containsExactly(ID);
    }

    @Test
    void keepsThoseOfOnlySoManyInstances() {
        for (int i = 0; i < Receipts.MAX; i++) {
            receipts.heard(new InstanceId("gi-" + i), added(ALICE));
        }

        receipts.heard(ID, added(ALICE));
        receipts.heard(new InstanceId("gi-0"), added(BOB));

        assertThat(receipts.of(ID)).isEmpty();
        assertThat(receipts.of(new InstanceId("gi-0"))).isEqualTo(List.of(added(ALICE), added(BOB)));
    }

    private static OwedNews added(PlayerId player) {
        long now = NOW.toEpochMilli();
        return new OwedNews(1, player, InstanceEvent.ADDED, "", now, now);
    }
}
