package dev.gatehouse.model.partner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.GameServerNotice.Drain;
import dev.gatehouse.model.partner.GameServerNotice.PlayerLeft;
import dev.gatehouse.model.partner.GameServerNotice.PlayersAdded;
import dev.gatehouse.model.partner.GameServerNotice.ReconnectDeclined;
import dev.gatehouse.model.partner.GameServerNotice.Terminate;
import dev.gatehouse.model.partner.GameServerNotice.Updated;
import dev.gatehouse.model.partner.GameServerRequest.ConnectPlayers;
import dev.gatehouse.model.partner.GameServerRequest.RemovePlayers;
import dev.gatehouse.model.partner.GameServerRequest.UpdateInstance;
import dev.gatehouse.model.schema.JsonText;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerViewTest {

    private static final InstanceId ID = new InstanceId("gi-1");
    private static final PlayerId ALICE = new PlayerId("alice");
    private static final PlayerId BOB = new PlayerId("bob");
    private static final JsonText NEW = new JsonText("\"new\"");
    private static final SeatedPlayer ALICES_SEAT = seat(ALICE, JsonText.EMPTY_OBJECT, 1, false);
    private static final SeatedPlayer BOBS_SEAT = seat(BOB, JsonText.EMPTY_OBJECT, 1, false);
    private static final LinkedInstance LINKED = new LinkedInstance(
            ID,
            new GameId("goldrush"),
            List.of(ALICES_SEAT),
            JsonText.EMPTY_OBJECT,
            5_000,
            3,
            JsonText.EMPTY_OBJECT,
            1,
            InstanceState.LINKED,
            null,
            List.of());

    @Test
    void takesEachNoticeOnceHoweverOftenItComes() {
        var notices = List.of(
                new PlayersAdded(ID, List.of(BOBS_SEAT)),
                new PlayerLeft(ID, ALICE),
                new Updated(ID, InstanceState.RUNNING, NEW, JsonText.EMPTY_OBJECT, 2, List.of(seat(BOB, NEW, 2, true))),
                new Drain(ID, 1_000),
                new Terminate(ID, "maintenance"));
        var view = LINKED;

        for (var notice : notices) {
            view = ServerView.after(view, notice);
            assertThat(ServerView.after(view, notice)).isEqualTo(view);
        }
        assertThat(view)
                .isEqualTo(LINKED.withPlayers(List.of(seat(BOB, NEW, 2, true)))
                        .withData(NEW, JsonText.EMPTY_OBJECT, 2)
                        .in(InstanceState.RUNNING)
                        .drained(1_000));
    }

    @Test
    void remembersWhoDidNotWantToComeBackUntilTheyHaveAPlaceAgain() {
        var declined = ServerView.after(LINKED, new ReconnectDeclined(ID, ALICE));
        assertThat(declined).isEqualTo(LINKED.withPlayers(List.of()).withDeclined(List.of(ALICE)));
        assertThat(ServerView.after(declined, new ReconnectDeclined(ID, ALICE))).isEqualTo(declined);

        assertThat(ServerView.after(declined, new PlayersAdded(ID, List.of(ALICES_SEAT))))
                .isEqualTo(LINKED);
        assertThat(ServerView.after(declined, new PlayerLeft(ID, ALICE))).isEqualTo(LINKED.withPlayers(List.of()));
    }

    @Test
    void keepsTheDataThatANoticeLeavesOut() {
        var told = ServerView.after(
                LINKED, new Updated(ID, InstanceState.LINKED, null, null, 1, List.of(seat(ALICE, NEW, 2, false))));

        assertThat(told).isEqualTo(LINKED.withPlayers(List.of(seat(ALICE, NEW, 2, false))));
    }

    @Test
    void knowsWhatTheServerDidItself() throws Exception {
        var connected = ServerView.after(LINKED, new ConnectPlayers("1", ID, List.of(ALICE)), JsonText.EMPTY_OBJECT);
        assertThat(connected)
                .isEqualTo(LINKED.withPlayers(List.of(seat(ALICE, JsonText.EMPTY_OBJECT, 1, true)))
                        .in(InstanceState.RUNNING));

        var removed = ServerView.after(connected, new RemovePlayers("2", ID, List.of(ALICE)), JsonText.EMPTY_OBJECT);
        assertThat(removed.players()).isEmpty();
    }

    @Test
    void knowsWhatTheServerWroteUnlessOthersWroteBeforeIt() throws Exception {
        var write = new UpdateInstance("1", ID, NEW, null, null, List.of(new PlayerWrite(ALICE, NEW, null)));

        assertThat(ServerView.after(LINKED, write, versions(2, 2)))
                .isEqualTo(LINKED.withPlayers(List.of(seat(ALICE, NEW, 2, false)))
                        .withData(NEW, JsonText.EMPTY_OBJECT, 2));
        assertThat(ServerView.after(LINKED, write, versions(3, 3))).isEqualTo(LINKED);
    }

    @Test
    void takesNoDataForItsOwnWhereItWroteNone() throws Exception {
        var write = new UpdateInstance("1", ID, null, null, null, List.of(new PlayerWrite(ALICE, NEW, null)));

        assertThat(ServerView.after(LINKED, write, versions(2, 2)))
                .isEqualTo(LINKED.withPlayers(List.of(seat(ALICE, NEW, 2, false))));
    }

    private static JsonText versions(long instance, long alice) {
        return new JsonText(
                "{\"version\":%d,\"players\":[{\"playerId\":\"alice\",\"version\":%d}]}".formatted(instance, alice));
    }

    private static SeatedPlayer seat(PlayerId player, JsonText data, long version, boolean connected) {
        return new SeatedPlayer(player, 0, data, version, connected);
    }
}
