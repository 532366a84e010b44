package dev.gatehouse.instance.partner;

import static dev.gatehouse.instance.life.InstanceExamples.GAME;
import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static dev.gatehouse.instance.life.InstanceExamples.NOW;
import static dev.gatehouse.instance.life.InstanceExamples.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.instance.partner.Admission.Admitted;
import dev.gatehouse.instance.partner.Admission.Turned;
import dev.gatehouse.instance.token.PartnerTokens.Pair;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.PartnerError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdmissionTest {

    private static final Pair PAIR = new Pair(SERVER, GAME, ID, "social-token", "game-token", NOW.plusSeconds(60));

    @ParameterizedTest
    @EnumSource(
            value = InstanceState.class,
            names = {"ALLOCATING", "ALLOCATED", "LINKED", "RUNNING"})
    void admitsTheServerOfALivingInstance(InstanceState alive) {
        var instance = InstanceExamples.in(alive);

        assertThat(Admission.judge(PAIR, instance, NOW)).isEqualTo(new Admitted(instance));
    }

    @ParameterizedTest
    @EnumSource(
            value = InstanceState.class,
            names = {"ENDED", "FAILED", "TERMINATED", "EXPIRED"})
    void turnsAwayTheServerOfAnInstanceThatIsOver(InstanceState over) {
        assertThat(Admission.judge(PAIR, InstanceExamples.in(over), NOW))
                .isEqualTo(new Turned(PartnerError.INSTANCE_OVER));
    }

    @Test
    void turnsAwayAPairThatHasExpiredMeanwhile() {
        assertThat(Admission.judge(PAIR, InstanceExamples.in(InstanceState.RUNNING), NOW.plusSeconds(60)))
                .isEqualTo(new Turned(PartnerError.TOKEN_EXPIRED));
    }

    @Test
    void turnsAwayAnOlderPair() {
        var older = new Pair(SERVER, GAME, ID, "social-token", "older", NOW.plusSeconds(60));
        var halfOlder = new Pair(SERVER, GAME, ID, "older", "game-token", NOW.plusSeconds(60));
        var running = InstanceExamples.in(InstanceState.RUNNING);

        assertThat(Admission.judge(older, running, NOW)).isEqualTo(new Turned(PartnerError.TOKEN_REVOKED));
        assertThat(Admission.judge(halfOlder, running, NOW)).isEqualTo(new Turned(PartnerError.TOKEN_REVOKED));
    }

    @Test
    void turnsAwayAnotherServerOfTheSameInstance() {
        var other = new Pair(new ServerId("gs-2"), GAME, ID, "social-token", "game-token", NOW.plusSeconds(60));

        assertThat(Admission.judge(other, InstanceExamples.in(InstanceState.RUNNING), NOW))
                .isEqualTo(new Turned(PartnerError.TOKEN_REVOKED));
    }

    @Test
    void turnsAwayTheServerOfAnotherInstance() {
        var other = new Pair(SERVER, GAME, new InstanceId("gi-2"), "social-token", "game-token", NOW.plusSeconds(60));

        assertThat(Admission.judge(other, InstanceExamples.in(InstanceState.RUNNING), NOW))
                .isEqualTo(new Turned(PartnerError.NOT_YOUR_INSTANCE));
    }

    @Test
    void turnsAwayAServerBeforeItsInstanceNamesOne() {
        assertThat(Admission.judge(PAIR, InstanceExamples.created(), NOW))
                .isEqualTo(new Turned(PartnerError.TOKEN_REVOKED));
    }
}
