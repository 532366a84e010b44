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
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.registry.instance.PairIds;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdmissionTest {

    private static final Pair PAIR = pair(SERVER, ID, "social-token", "game-token");

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
    @DisplayName("3.4 (2): the tokens end with their instance")
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
        var older = pair(SERVER, ID, "social-token", "older");
        var halfOlder = pair(SERVER, ID, "older", "game-token");
        var running = InstanceExamples.in(InstanceState.RUNNING);

        assertThat(Admission.judge(older, running, NOW)).isEqualTo(new Turned(PartnerError.TOKEN_REVOKED));
        assertThat(Admission.judge(halfOlder, running, NOW)).isEqualTo(new Turned(PartnerError.TOKEN_REVOKED));
    }

    @Test
    @DisplayName("3.4 (2): the tokens are of one server")
    void turnsAwayAnotherServerOfTheSameInstance() {
        var other = pair(new ServerId("gs-2"), ID, "social-token", "game-token");

        assertThat(Admission.judge(other, InstanceExamples.in(InstanceState.RUNNING), NOW))
                .isEqualTo(new Turned(PartnerError.TOKEN_REVOKED));
    }

    @Test
    @DisplayName("3.4 (2): the tokens are of one instance")
    void turnsAwayTheServerOfAnotherInstance() {
        var other = pair(SERVER, new InstanceId("gi-2"), "social-token", "game-token");

        assertThat(Admission.judge(other, InstanceExamples.in(InstanceState.RUNNING), NOW))
                .isEqualTo(new Turned(PartnerError.NOT_YOUR_INSTANCE));
    }

    @Test
    @DisplayName("3.4 (2): the tokens are of one game")
    void turnsAwayTheServerOfAnotherGame() {
        var other = new Pair(SERVER, new GameId("chess"), ID, InstanceExamples.PAIR, NOW, NOW.plusSeconds(60));

        assertThat(Admission.judge(other, InstanceExamples.in(InstanceState.RUNNING), NOW))
                .isEqualTo(new Turned(PartnerError.NOT_YOUR_INSTANCE));
    }

    @Test
    void turnsAwayAServerBeforeItsInstanceNamesOne() {
        assertThat(Admission.judge(PAIR, InstanceExamples.created(), NOW))
                .isEqualTo(new Turned(PartnerError.TOKEN_REVOKED));
    }

    @Test
    void admitsTheEarlierPairBesideTheNewest() {
        var refreshed = InstanceExamples.in(InstanceState.RUNNING)
                .withServer(InstanceExamples.ASKED.withPair(new PairIds("next", "next"), InstanceExamples.PAIR));

        assertThat(Admission.judge(PAIR, refreshed, NOW)).isEqualTo(new Admitted(refreshed));
        assertThat(Admission.judge(pair(SERVER, ID, "next", "next"), refreshed, NOW))
                .isEqualTo(new Admitted(refreshed));
        assertThat(Admission.judge(pair(SERVER, ID, "social-token", "next"), refreshed, NOW))
                .isEqualTo(new Turned(PartnerError.TOKEN_REVOKED));
    }

    private static Pair pair(ServerId server, InstanceId instance, String social, String game) {
        return new Pair(server, GAME, instance, new PairIds(game, social), NOW, NOW.plusSeconds(60));
    }
}
