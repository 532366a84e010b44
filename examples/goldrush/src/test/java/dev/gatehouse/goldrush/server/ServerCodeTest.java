package dev.gatehouse.goldrush.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.goldrush.player.Goldrush;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.SeatedPlayer;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.InstanceAsker;
import dev.gatehouse.model.servercode.InstanceOutline;
import dev.gatehouse.model.servercode.InstanceWish;
import dev.gatehouse.model.servercode.Readiness;
import dev.gatehouse.model.servercode.ReadyClient;
import dev.gatehouse.model.servercode.Verdict;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServerCodeTest {

    private static final PlayerId ALICE = new PlayerId("alice");
    private static final PlayerId BOB = new PlayerId("bob");

    @Test
    void keepsOnlyTheNewestSessionOfADevice() {
        var old = session("old", 1);
        var current = session("new", 2);

        assertThat(new NewestOnly().tooManyConnections(current, List.of(old, current)))
                .containsExactly(new SessionId("new"));
    }

    @Test
    void admitsEverybodyButTheBanned() {
        assertThat(new Doorkeeper().clientReady(client("alice"))).isEqualTo(Readiness.admitted());
        assertThat(new Doorkeeper().clientReady(client("banned-bob"))).isInstanceOf(Readiness.Refused.class);
    }

    @Test
    void letsAnybodyOpenAMineAlone() {
        assertThat(decide(creation(InstanceAsker.player(ALICE), ALICE))).isEqualTo(Verdict.allowed());
        assertThat(decide(creation(InstanceAsker.player(ALICE), ALICE, BOB))).isInstanceOf(Verdict.Refused.class);
        assertThat(decide(creation(InstanceAsker.BACKEND, ALICE, BOB))).isEqualTo(Verdict.allowed());
    }

    @Test
    void letsAnybodyIntoAMineThatHasRoom() {
        assertThat(decide(joining(15))).isEqualTo(Verdict.allowed());
        assertThat(decide(joining(16))).isEqualTo(Verdict.refused("The mine is full."));
        assertThat(decide(new InstanceWish.RemovePlayers(InstanceAsker.player(ALICE), mineOf(16), List.of(ALICE))))
                .isEqualTo(Verdict.allowed());
    }

    private static Verdict decide(InstanceWish wish) {
        return new MineRules().decide(wish);
    }

    private static InstanceWish creation(InstanceAsker by, PlayerId... players) {
        var seats =
                Stream.of(players).map(player -> new InstancePlayer(player, 0)).toList();
        return new InstanceWish.Create(by, seats, JsonText.EMPTY_OBJECT, JsonText.EMPTY_OBJECT, null);
    }

    private static InstanceWish joining(int present) {
        return new InstanceWish.AddPlayers(
                InstanceAsker.player(ALICE), mineOf(present), List.of(new InstancePlayer(ALICE, 0)));
    }

    private static InstanceOutline mineOf(int players) {
        var seats = IntStream.range(0, players)
                .mapToObj(each -> new SeatedPlayer(new PlayerId("p" + each), 0, JsonText.EMPTY_OBJECT, 1, true))
                .toList();
        return new InstanceOutline(
                new InstanceId("gi-1"), InstanceState.RUNNING, seats, JsonText.EMPTY_OBJECT, JsonText.EMPTY_OBJECT);
    }

    private static DeviceSession session(String id, long connectedAt) {
        return new DeviceSession(new SessionId(id), new PlayerId("alice"), new NodeId("proxy-1"), connectedAt, false);
    }

    private static ReadyClient client(String player) {
        return new ReadyClient(Goldrush.ID, new PlayerId(player), new SessionId("s"));
    }
}
