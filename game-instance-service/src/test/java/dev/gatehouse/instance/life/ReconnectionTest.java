package dev.gatehouse.instance.life;

import static dev.gatehouse.instance.life.InstanceExamples.ADDRESS;
import static dev.gatehouse.instance.life.InstanceExamples.ALICE;
import static dev.gatehouse.instance.life.InstanceExamples.BOB;
import static dev.gatehouse.instance.life.InstanceExamples.NOW;
import static dev.gatehouse.model.partner.PartnerError.INSTANCE_OVER;
import static dev.gatehouse.model.partner.PartnerError.PLAYER_NOT_IN_INSTANCE;
import static dev.gatehouse.model.partner.PartnerError.RECONNECT_NOT_OFFERED;
import static dev.gatehouse.model.partner.ReconnectPolicy.OFF;
import static dev.gatehouse.model.partner.ReconnectPolicy.OPTIONAL;
import static dev.gatehouse.model.partner.ReconnectPolicy.REQUIRED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.LifeEffect.SendHostDetails;
import dev.gatehouse.instance.life.LifeEffect.TellPlayers;
import dev.gatehouse.instance.life.LifeEffect.TellServer;
import dev.gatehouse.instance.life.LifeEvent.PlayerReturned;
import dev.gatehouse.instance.life.LifeEvent.PlayersAdded;
import dev.gatehouse.instance.life.LifeEvent.PlayersConnected;
import dev.gatehouse.instance.life.LifeEvent.PresenceChanged;
import dev.gatehouse.instance.life.LifeEvent.ReconnectAccepted;
import dev.gatehouse.instance.life.LifeEvent.ReconnectDeclined;
import dev.gatehouse.instance.life.Outcome.Changed;
import dev.gatehouse.instance.life.Outcome.Refused;
import dev.gatehouse.instance.life.Outcome.Unchanged;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.ReconnectPolicy;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.InstanceRecord.Entry;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("3.4 (16): reconnecting is required, optional or off")
class ReconnectionTest {

    @Test
    void leavesASeatToWhomMustComeBack() {
        assertThat(step(entered(REQUIRED), new PlayerReturned(ALICE))).isInstanceOf(Unchanged.class);
    }

    @ParameterizedTest
    @EnumSource
    void leavesASeatToWhomWasNeverInTheGame(ReconnectPolicy policy) {
        assertThat(step(running(policy), new PlayerReturned(BOB))).isInstanceOf(Unchanged.class);
    }

    @Test
    void asksWhomMayComeBackOnce() {
        var offered = changed(entered(OPTIONAL), new PlayerReturned(ALICE));

        assertThat(offered.effects()).isEmpty();
        assertThat(offered.next().seat(ALICE).orElseThrow().entry()).isEqualTo(Entry.OFFERED);
        assertThat(step(offered.next(), new PlayerReturned(ALICE))).isInstanceOf(Unchanged.class);
    }

    @Test
    void takesTheSeatOfWhomMayNotComeBack() {
        var gone = changed(entered(OFF), new PlayerReturned(ALICE));

        assertThat(gone.next().seat(ALICE)).isEmpty();
        assertThat(gone.next().declined()).isEmpty();
        assertThat(gone.effects())
                .containsExactly(
                        new TellPlayers(InstanceEvent.REMOVED, List.of(ALICE), "there is no coming back"),
                        new TellServer());
    }

    @Test
    void tellsWhoAcceptsWhereToGoUntilThePlayerIsIn() {
        var offered = offered();

        var accepted = changed(offered, new ReconnectAccepted(ALICE));
        assertThat(accepted.effects()).containsExactly(new SendHostDetails(List.of(ALICE), ADDRESS));
        assertThat(changed(accepted.next(), new ReconnectAccepted(ALICE)).effects())
                .hasSize(1);

        var in = changed(accepted.next(), new PresenceChanged(ALICE, true)).next();
        assertThat(step(in, new ReconnectDeclined(ALICE))).isEqualTo(new Refused(RECONNECT_NOT_OFFERED));
    }

    @ParameterizedTest
    @EnumSource(names = "OFF", mode = EnumSource.Mode.EXCLUDE)
    void tellsWhoAsksWhereToGoWithAFreshTicketWhileThePlayerIsConnected(ReconnectPolicy policy) {
        var lost = changed(entered(policy), new PresenceChanged(ALICE, false)).next();

        for (var now : List.of(running(policy), entered(policy), lost)) {
            assertThat(changed(now, new ReconnectAccepted(ALICE)).effects())
                    .containsExactly(new SendHostDetails(List.of(ALICE), ADDRESS));
        }
    }

    @Test
    void tellsWhoWasNeverInTheGameWhereToGoAlsoWhereNobodyComesBack() {
        assertThat(changed(running(OFF), new ReconnectAccepted(ALICE)).effects())
                .containsExactly(new SendHostDetails(List.of(ALICE), ADDRESS));
        assertThat(step(entered(OFF), new ReconnectAccepted(ALICE))).isEqualTo(new Refused(RECONNECT_NOT_OFFERED));
    }

    @ParameterizedTest
    @EnumSource
    void tellsNobodyWhomTheServerHasNotTakenWhereToGo(ReconnectPolicy policy) {
        var linked = InstanceExamples.withPolicy(InstanceExamples.in(InstanceState.LINKED), policy);

        assertThat(step(linked, new ReconnectAccepted(ALICE))).isEqualTo(new Refused(RECONNECT_NOT_OFFERED));
    }

    @Test
    void takesTheSeatOfWhoDeclinesAndRemembersIt() {
        var declined = changed(offered(), new ReconnectDeclined(ALICE));

        assertThat(declined.next().seat(ALICE)).isEmpty();
        assertThat(declined.next().declined()).containsExactly(ALICE);
        assertThat(declined.effects())
                .containsExactly(
                        new TellPlayers(InstanceEvent.REMOVED, List.of(ALICE), "the player does not come back"),
                        new TellServer());
        var added = changed(declined.next(), new PlayersAdded(List.of(new InstancePlayer(ALICE, 0))));
        assertThat(added.next().declined()).isEmpty();
        assertThat(added.next().seat(ALICE).orElseThrow().entry()).isEqualTo(Entry.AWAITED);
    }

    @Test
    void remembersTheLastWhoDeclined() {
        var others = IntStream.range(0, Seats.MAX)
                .mapToObj(i -> new PlayerId("player-" + i))
                .toList();

        var declined = changed(offered().withDeclined(others), new ReconnectDeclined(ALICE));

        assertThat(declined.next().declined())
                .hasSize(Seats.MAX)
                .endsWith(ALICE)
                .doesNotContain(others.getFirst());
    }

    @Test
    @DisplayName("3.4 (16): declining when nothing was offered is a clear error")
    void refusesToDeclineWhatWasNotOffered() {
        assertThat(refusal(entered(OPTIONAL))).isEqualTo(RECONNECT_NOT_OFFERED);
        assertThat(refusal(entered(REQUIRED))).isEqualTo(RECONNECT_NOT_OFFERED);
        assertThat(refusal(running(OPTIONAL).withPlayers(List.of()))).isEqualTo(PLAYER_NOT_IN_INSTANCE);
        assertThat(refusal(offered().in(InstanceState.ENDED, NOW, "done"))).isEqualTo(INSTANCE_OVER);
    }

    private static PartnerError refusal(InstanceRecord now) {
        return ((Refused) step(now, new ReconnectDeclined(ALICE))).why();
    }

    private static InstanceRecord offered() {
        return changed(entered(OPTIONAL), new PlayerReturned(ALICE)).next();
    }

    /// Alice is in the game.
    private static InstanceRecord entered(ReconnectPolicy policy) {
        return changed(running(policy), new PresenceChanged(ALICE, true)).next();
    }

    /// Its server has taken both players.
    private static InstanceRecord running(ReconnectPolicy policy) {
        var linked = InstanceExamples.withPolicy(InstanceExamples.in(InstanceState.LINKED), policy);
        return changed(linked, new PlayersConnected(List.of(ALICE, BOB))).next();
    }

    private static Changed changed(InstanceRecord now, LifeEvent event) {
        return (Changed) step(now, event);
    }

    private static Outcome step(InstanceRecord now, LifeEvent event) {
        return Instances.step(now, event, NOW);
    }
}
