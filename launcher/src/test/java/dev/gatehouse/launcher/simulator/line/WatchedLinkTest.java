package dev.gatehouse.launcher.simulator.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.GameServerRequest.ConnectPlayers;
import dev.gatehouse.model.partner.GameServerRequest.KeepAlive;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchedLinkTest {

    private static final InstanceId ID = new InstanceId("gi-1");
    private static final ConnectPlayers CONNECT = new ConnectPlayers("1", ID, List.of(new PlayerId("alice")));
    private static final KeepAlive BEAT = new KeepAlive("2", ID);

    private final WatchedLink link = new WatchedLink();

    @Test
    void refusesRequestsOfOneKindUntilTheyArePassedOn() {
        var why = new Failure("of_tomorrow", "Not now.", true);

        link.refuse(ConnectPlayers.class, why);

        assertThat(link.asked(CONNECT)).contains(why);
        assertThat(link.asked(BEAT)).isEmpty();
        assertThat(link.asked(CONNECT)).contains(why);
        link.passOn();
        assertThat(link.asked(CONNECT)).isEmpty();
    }

    @Test
    void losesTheAnswerToTheNextRequestOfOneKind() {
        link.loseNextAnswer(ConnectPlayers.class);

        assertThat(link.asked(BEAT)).isEmpty();
        assertThat(link.loses("1")).isFalse();
        assertThat(link.asked(CONNECT)).isEmpty();
        assertThat(link.loses("2")).isFalse();
        assertThat(link.loses("1")).isTrue();
        assertThat(link.loses("1")).isFalse();
    }
}
