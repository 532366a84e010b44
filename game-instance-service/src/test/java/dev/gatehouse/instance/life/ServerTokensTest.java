package dev.gatehouse.instance.life;

import static dev.gatehouse.instance.life.InstanceExamples.ASKED;
import static dev.gatehouse.instance.life.InstanceExamples.NOW;
import static dev.gatehouse.instance.life.InstanceExamples.PAIR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.LifeEvent.TokensRefreshed;
import dev.gatehouse.instance.life.LifeEvent.TokensRevoked;
import dev.gatehouse.instance.life.LifeEvent.TokensShown;
import dev.gatehouse.instance.life.Outcome.Changed;
import dev.gatehouse.instance.life.Outcome.Refused;
import dev.gatehouse.instance.life.Outcome.Unchanged;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.registry.instance.AllocatedServer;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.PairIds;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServerTokensTest {

    private static final PairIds SECOND = new PairIds("game-2", "social-2");
    private static final PairIds THIRD = new PairIds("game-3", "social-3");

    @Test
    void keepsThePairThatTheLinkUsesBesideTheNext() {
        assertThat(after(ASKED, new TokensRefreshed(PAIR, SECOND))).isEqualTo(changed(ASKED.withPair(SECOND, PAIR)));
    }

    @Test
    void goesOnFromThePairThatIsUsedWhereANoticeWasLost() {
        assertThat(after(ASKED.withPair(SECOND, PAIR), new TokensRefreshed(PAIR, THIRD)))
                .isEqualTo(changed(ASKED.withPair(THIRD, PAIR)));
        assertThat(after(ASKED.withPair(SECOND, PAIR), new TokensRefreshed(SECOND, THIRD)))
                .isEqualTo(changed(ASKED.withPair(THIRD, SECOND)));
    }

    @Test
    void dropsTheEarlierPairOnceTheNewestWasShown() {
        var both = ASKED.withPair(SECOND, PAIR);

        assertThat(after(both, new TokensShown(SECOND))).isEqualTo(changed(ASKED.withPair(SECOND, null)));
        assertThat(after(both, new TokensShown(PAIR))).isEqualTo(new Unchanged());
        assertThat(after(ASKED, new TokensShown(PAIR))).isEqualTo(new Unchanged());
    }

    @Test
    void leavesNoPairWhereTheyAreRevoked() {
        assertThat(after(ASKED.withPair(SECOND, PAIR), new TokensRevoked())).isEqualTo(changed(ASKED.withoutPair()));
        assertThat(after(ASKED.withoutPair(), new TokensRevoked())).isEqualTo(new Unchanged());
        assertThat(Instances.step(InstanceExamples.created(), new TokensRevoked(), NOW))
                .isEqualTo(new Unchanged());
    }

    @Test
    void renewsNoPairThatIsNotGood() {
        assertThat(after(ASKED, new TokensRefreshed(SECOND, THIRD))).isEqualTo(new Refused(PartnerError.TOKEN_REVOKED));
        assertThat(after(ASKED.withoutPair(), new TokensRefreshed(PAIR, SECOND)))
                .isEqualTo(new Refused(PartnerError.TOKEN_REVOKED));
    }

    @ParameterizedTest
    @EnumSource(
            value = InstanceState.class,
            names = {"ENDED", "FAILED", "TERMINATED", "EXPIRED"})
    void givesNoTokensToWhatIsOver(InstanceState over) {
        var instance = InstanceExamples.in(over);

        for (var event : List.of(new TokensRefreshed(PAIR, SECOND), new TokensRevoked())) {
            assertThat(Instances.step(instance, event, NOW)).isEqualTo(new Refused(PartnerError.INSTANCE_OVER));
        }
    }

    private static Outcome after(AllocatedServer server, LifeEvent event) {
        return Instances.step(with(server), event, NOW);
    }

    private static Outcome changed(AllocatedServer server) {
        return new Changed(with(server), List.of());
    }

    private static InstanceRecord with(AllocatedServer server) {
        return InstanceExamples.in(InstanceState.ALLOCATING).withServer(server);
    }
}
