package dev.gatehouse.launcher.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.model.schema.JsonText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlayersTest {

    private static final PlayerId ALICE = new PlayerId("alice");
    private static final InstanceId ID = new InstanceId("gi-a");

    private final List<String> said = new ArrayList<>();
    private final Instances instances = new Instances();
    private final Players players = new Players(instances, said::add);

    @Test
    void showWhatTheyHear() {
        instances.add(ID);

        players.hear(ALICE, new GameInstance(InstanceEvent.ADDED, ID, null, null, null, JsonText.EMPTY_OBJECT));
        players.hear(
                ALICE,
                new GameInstance(InstanceEvent.HOST_DETAILS, ID, "localhost", 7777, "a.b.c", JsonText.EMPTY_OBJECT));

        assertThat(said)
                .containsExactly("[1] alice hears added", "[1] alice hears host-details localhost:7777 ticket a.b.c");
    }

    @Test
    void areChangedOnceForEachKey() {
        assertThat(players.act(ALICE, "{}", "match-1")).isEqualTo(1);
        assertThat(players.act(ALICE, "{}", "match-1")).isEqualTo(1);
        assertThat(players.act(ALICE, "{}", null)).isEqualTo(2);
        assertThat(players.act(ALICE, "{}", null)).isEqualTo(3);
        assertThat(players.act(new PlayerId("bob"), "{}", "match-1")).isEqualTo(1);

        assertThat(said).hasSize(4);
    }
}
