package dev.gatehouse.goldrush.dedicated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisitTest {

    private final Shaft shaft = new Shaft();
    private final FakeBackstage backstage = new FakeBackstage();

    @Test
    void rewardsBeforeItSaysGoodbyeAndEndsTheGameWithTheLast() {
        var visit = visit();

        assertThat(visit.answer("JOIN alice-ticket")).isEqualTo("WELCOME alice");
        assertThat(visit.answer("DIG")).isEqualTo("FOUND 1");
        assertThat(visit.answer("DIG")).isEqualTo("FOUND 2");
        assertThat(visit.answer("LEAVE")).isEqualTo("REWARD 2");

        assertThat(visit.isOver()).isTrue();
        assertThat(backstage.calls).containsExactly("accept alice-ticket", "reward alice 2", "left alice");
        visit.hangUp();
        assertThat(backstage.calls).endsWith("end");
    }

    @Test
    void goesOnWhileSomebodyIsLeft() {
        var alice = visit();
        var bob = visit();
        alice.answer("JOIN alice-ticket");
        bob.answer("JOIN bob-ticket");

        alice.answer("LEAVE");
        alice.hangUp();

        assertThat(backstage.calls).doesNotContain("end").contains("left alice");
        bob.answer("LEAVE");
        bob.hangUp();
        assertThat(backstage.calls).endsWith("end");
    }

    @Test
    void refusesABadTicketAndAUsedOne() {
        visit().answer("JOIN alice-ticket");

        assertThat(visit().answer("JOIN alice-ticket")).isEqualTo("REFUSED ticket_used");
        assertThat(visit().answer("JOIN forged")).isEqualTo("REFUSED ticket_invalid");
        assertThat(backstage.calls).doesNotContain("end");
    }

    @Test
    void refusesWhoeverComesWithoutATicket() {
        var visit = visit();

        assertThat(visit.answer("DIG")).isEqualTo("REFUSED join_first");
        assertThat(visit.isOver()).isTrue();
    }

    @Test
    void keepsAPlayersNuggetsWhenTheSocketIsGone() {
        var visit = visit();
        visit.answer("JOIN alice-ticket");
        visit.answer("DIG");

        visit.hangUp();

        assertThat(backstage.calls).containsExactly("accept alice-ticket", "reward alice 1", "left alice", "end");
    }

    @Test
    void holdsNoEndlessSeam() {
        var visit = visit();
        visit.answer("JOIN alice-ticket");
        for (int i = 0; i < 150; i++) {
            visit.answer("DIG");
        }

        assertThat(visit.answer("DIG")).isEqualTo("FOUND 100");
    }

    @Test
    void promisesNoRewardThatCouldNotBeGiven() {
        var visit = visit();
        visit.answer("JOIN alice-ticket");
        for (int i = 0; i < FakeBackstage.TOO_MUCH; i++) {
            visit.answer("DIG");
        }

        assertThat(visit.answer("LEAVE")).isEqualTo("REWARD 0");
        assertThat(backstage.calls).endsWith("left alice");
    }

    private Visit visit() {
        return new Visit(shaft, backstage);
    }
}
