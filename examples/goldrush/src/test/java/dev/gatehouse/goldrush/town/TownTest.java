package dev.gatehouse.goldrush.town;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.goldrush.player.Goldrush;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.Caller;
import dev.gatehouse.model.servercode.Group;
import dev.gatehouse.model.servercode.Verdict;
import org.junit.jupiter.api.Test;

class TownTest {

    private static final Caller ALICE = new Caller(Goldrush.ID, new PlayerId("alice"), new SessionId("s"));

    private final Saloon saloon = new Saloon();

    @Test
    void seatsDiggersAtATableThatIsThere() {
        assertThat(saloon.join(ALICE, Group.of("saloon:3"), JsonText.EMPTY_OBJECT))
                .isEqualTo(Verdict.allowed());
        assertThat(saloon.join(ALICE, Group.of("saloon:4"), JsonText.EMPTY_OBJECT))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(saloon.join(ALICE, Group.of("saloon"), JsonText.EMPTY_OBJECT))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void hearsNothingFromDiggersButToasts() {
        assertThat(saloon.allows(ALICE, Saloon.TOAST, EventScope.group("saloon:1")))
                .isTrue();
        assertThat(saloon.allows(ALICE, Weighing.EVENT, EventScope.group("saloon:1")))
                .isFalse();
        assertThat(saloon.allows(ALICE, Saloon.TOAST, EventScope.everybody())).isFalse();
    }

    @Test
    void namesTheRichestEachOnce() {
        var board = Board.EMPTY;
        for (int i = 1; i <= 12; i++) {
            board = board.with(new Weighing(new PlayerId("p" + i), i));
        }

        board = board.with(new Weighing(new PlayerId("p5"), 100));

        assertThat(board.richest()).hasSize(10).startsWith(new Weighing(new PlayerId("p5"), 100));
        assertThat(board.richest()).extracting(Weighing::player).doesNotHaveDuplicates();
        assertThat(board.richest().getLast()).isEqualTo(new Weighing(new PlayerId("p3"), 3));
    }
}
