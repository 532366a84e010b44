package dev.gatehouse.model.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.GameServerNotice.PlayerLeft;
import dev.gatehouse.model.partner.GameServerNotice.PlayersAdded;
import dev.gatehouse.model.partner.GameServerNotice.ReconnectDeclined;
import dev.gatehouse.model.partner.GameServerNotice.Refresh;
import dev.gatehouse.model.partner.GameServerNotice.Terminate;
import dev.gatehouse.model.partner.GameServerNotice.Updated;
import dev.gatehouse.model.partner.GameServerRequest.ConnectPlayers;
import dev.gatehouse.model.partner.GameServerRequest.CreateInstance;
import dev.gatehouse.model.partner.GameServerRequest.Drain;
import dev.gatehouse.model.partner.GameServerRequest.End;
import dev.gatehouse.model.partner.GameServerRequest.KeepAlive;
import dev.gatehouse.model.partner.GameServerRequest.Link;
import dev.gatehouse.model.partner.GameServerRequest.PlayerEvent;
import dev.gatehouse.model.partner.GameServerRequest.Presence;
import dev.gatehouse.model.partner.GameServerRequest.RemovePlayers;
import dev.gatehouse.model.partner.GameServerRequest.UpdateInstance;
import dev.gatehouse.model.partner.GameServerRequest.UpdatePlayer;
import dev.gatehouse.model.partner.GameServerRequest.VerifyTicket;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.JsonText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GameServerMessagesTest {

    private static final InstanceId INSTANCE = new InstanceId("gi-1");
    private static final PlayerId ALICE = new PlayerId("alice");
    private static final JsonCodec<GameServerRequest> REQUEST = JsonCodec.of(GameServerRequest.class);

    private static final Map<String, GameServerRequest> GOLDEN = golden();

    @Test
    void hasAnExampleOfEveryRequest() {
        var types = GOLDEN.values().stream().map(Object::getClass).collect(Collectors.toSet());

        assertThat(types).containsExactlyInAnyOrder(GameServerRequest.class.getPermittedSubclasses());
    }

    @Test
    void writesAndReadsEveryRequestAsInItsExample() throws Exception {
        for (var example : GOLDEN.entrySet()) {
            assertThat(REQUEST.encode(example.getValue())).isEqualTo(example.getKey());
            assertThat(REQUEST.decode(example.getKey())).isEqualTo(example.getValue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"link\",\"id\":\"1\",\"instanceId\":\"gi-1\",\"host\":\"h\",\"port\":0,\"capacity\":1}",
                "{\"type\":\"link\",\"id\":\"1\",\"instanceId\":\"gi-1\",\"host\":\"\",\"port\":1,\"capacity\":1}",
                "{\"type\":\"link\",\"id\":\"\",\"instanceId\":\"gi-1\",\"host\":\"h\",\"port\":1,\"capacity\":1}",
                "{\"type\":\"connect-players\",\"id\":\"1\",\"instanceId\":\"gi-1\",\"players\":[]}",
                "{\"type\":\"update-instance\",\"id\":\"1\",\"instanceId\":\"gi-1\"}",
                "{\"type\":\"update-instance\",\"id\":\"1\",\"instanceId\":\"gi-1\",\"players\":[]}",
                "{\"type\":\"update-instance\",\"id\":\"1\",\"instanceId\":\"gi-1\",\"players\":["
                        + "{\"playerId\":\"alice\",\"data\":1},{\"playerId\":\"alice\",\"data\":2}]}",
                "{\"type\":\"create-instance\",\"id\":\"1\",\"instanceId\":\"gi-1\",\"idempotencyKey\":\"\","
                        + "\"host\":\"h\",\"port\":1,\"capacity\":1}",
                "{\"type\":\"create-instance\",\"id\":\"1\",\"instanceId\":\"gi-1\",\"idempotencyKey\":\"k\","
                        + "\"host\":\"h\",\"port\":1,\"capacity\":0}",
                "{\"type\":\"create-instance\",\"id\":\"1\",\"instanceId\":\"gi-1\",\"idempotencyKey\":\"k\","
                        + "\"host\":\"h\",\"port\":1,\"capacity\":1,\"players\":["
                        + "{\"playerId\":\"alice\",\"team\":0},{\"playerId\":\"alice\",\"team\":1}]}",
                "{\"type\":\"drain\",\"id\":\"1\",\"instanceId\":\"gi-1\",\"withinMillis\":0}",
                "{\"type\":\"drain\",\"id\":\"1\",\"instanceId\":\"gi-1\",\"withinMillis\":86400001}",
                "{\"type\":\"keep-alive\",\"id\":\"1\",\"instanceId\":\"no spaces\"}"
            })
    void refusesArgumentsOutOfBounds(String request) {
        assertThatThrownBy(() -> REQUEST.decode(request)).isInstanceOf(DecodeException.class);
    }

    @Test
    void answersAsTheContractSays() {
        var codec = JsonCodec.of(GameServerAnswer.class);

        assertThat(codec.encode(GameServerAnswer.done("1"))).isEqualTo("{\"id\":\"1\",\"ok\":true,\"value\":{}}");
        assertThat(codec.encode(GameServerAnswer.refused("1", PartnerError.UNKNOWN_INSTANCE)))
                .isEqualTo("{\"id\":\"1\",\"ok\":false,\"error\":{\"code\":\"unknown_instance\","
                        + "\"message\":\"There is no such instance.\",\"retryable\":false}}");
    }

    @Test
    void writesAndReadsEveryNoticeAsTheContractSays() throws Exception {
        var codec = JsonCodec.of(GameServerNotice.class);
        Map<String, GameServerNotice> notices = Map.of(
                "{\"type\":\"players-added\",\"instanceId\":\"gi-1\",\"players\":[{\"playerId\":\"alice\",\"team\":1,"
                        + "\"data\":{},\"version\":1,\"connected\":false}]}",
                new PlayersAdded(INSTANCE, List.of(new SeatedPlayer(ALICE, 1, JsonText.EMPTY_OBJECT, 1, false))),
                "{\"type\":\"player-left\",\"instanceId\":\"gi-1\",\"playerId\":\"alice\"}",
                new PlayerLeft(INSTANCE, ALICE),
                "{\"type\":\"reconnect-declined\",\"instanceId\":\"gi-1\",\"playerId\":\"alice\"}",
                new ReconnectDeclined(INSTANCE, ALICE),
                "{\"type\":\"updated\",\"instanceId\":\"gi-1\",\"state\":\"running\",\"data\":{\"round\":2},"
                        + "\"shared\":{},\"version\":3,\"players\":[]}",
                new Updated(
                        INSTANCE,
                        InstanceState.RUNNING,
                        new JsonText("{\"round\":2}"),
                        JsonText.EMPTY_OBJECT,
                        3,
                        List.of()),
                "{\"type\":\"terminate\",\"instanceId\":\"gi-1\",\"why\":\"maintenance\"}",
                new Terminate(INSTANCE, "maintenance"),
                "{\"type\":\"refresh\",\"instanceId\":\"gi-1\",\"gameToken\":\"a.b.c\",\"socialToken\":\"d.e.f\"}",
                new Refresh(INSTANCE, "a.b.c", "d.e.f"),
                "{\"type\":\"drain\",\"instanceId\":\"gi-1\",\"deadlineMillis\":1893456000000}",
                new GameServerNotice.Drain(INSTANCE, 1_893_456_000_000L));

        assertThat(notices.values().stream().map(Object::getClass))
                .containsExactlyInAnyOrder(GameServerNotice.class.getPermittedSubclasses());
        for (var notice : notices.entrySet()) {
            assertThat(codec.encode(notice.getValue())).isEqualTo(notice.getKey());
            assertThat(codec.decode(notice.getKey())).isEqualTo(notice.getValue());
        }
    }

    @Test
    void knowsEveryErrorByItsCode() {
        assertThat(Arrays.stream(PartnerError.values())
                        .map(error -> PartnerError.of(error.code()).orElseThrow()))
                .containsExactly(PartnerError.values());
        assertThat(PartnerError.of("from_the_future")).isEmpty();
    }

    @Test
    void showsNoToken() {
        assertThat(new Refresh(INSTANCE, "a.b.c", "d.e.f").toString()).doesNotContain("a.b.c", "d.e.f");
    }

    @Test
    void showsNoTicket() {
        assertThat(new VerifyTicket("1", INSTANCE, "secret-ticket").toString()).doesNotContain("secret-ticket");
    }

    private static Map<String, GameServerRequest> golden() {
        var golden = new TreeMap<String, GameServerRequest>();
        golden.put(
                "{\"type\":\"link\",\"id\":\"1\",\"instanceId\":\"gi-1\",\"host\":\"127.0.0.1\",\"port\":7777,"
                        + "\"capacity\":16,\"run\":\"run-1\"}",
                new Link("1", INSTANCE, "127.0.0.1", 7777, 16, "run-1"));
        golden.put(
                "{\"type\":\"connect-players\",\"id\":\"2\",\"instanceId\":\"gi-1\",\"players\":[\"alice\"]}",
                new ConnectPlayers("2", INSTANCE, List.of(ALICE)));
        golden.put(
                "{\"type\":\"verify-ticket\",\"id\":\"3\",\"instanceId\":\"gi-1\",\"ticket\":\"a.b.c\"}",
                new VerifyTicket("3", INSTANCE, "a.b.c"));
        golden.put(
                "{\"type\":\"remove-players\",\"id\":\"4\",\"instanceId\":\"gi-1\",\"players\":[\"alice\"]}",
                new RemovePlayers("4", INSTANCE, List.of(ALICE)));
        golden.put(
                "{\"type\":\"update-instance\",\"id\":\"5\",\"instanceId\":\"gi-1\",\"data\":{\"round\":2},"
                        + "\"shared\":null,\"ifVersion\":null,\"players\":[]}",
                new UpdateInstance("5", INSTANCE, new JsonText("{\"round\":2}"), null, null, List.of()));
        golden.put(
                "{\"type\":\"update-instance\",\"id\":\"5\",\"instanceId\":\"gi-1\",\"data\":null,\"shared\":{\"map\":\"mine\"},"
                        + "\"ifVersion\":3,\"players\":[{\"playerId\":\"alice\",\"data\":{\"kills\":1},\"ifVersion\":1}]}",
                new UpdateInstance(
                        "5",
                        INSTANCE,
                        null,
                        new JsonText("{\"map\":\"mine\"}"),
                        3L,
                        List.of(new PlayerWrite(ALICE, new JsonText("{\"kills\":1}"), 1L))));
        golden.put(
                "{\"type\":\"update-player\",\"id\":\"6\",\"instanceId\":\"gi-1\",\"playerId\":\"alice\","
                        + "\"mode\":\"synchronized\",\"action\":{\"code\":101,\"args\":{\"amount\":5}},\"key\":\"m-1\"}",
                new UpdatePlayer(
                        "6",
                        INSTANCE,
                        ALICE,
                        ActionMode.SYNCHRONIZED,
                        new ActionCall(101, new Encoded.Json("{\"amount\":5}")),
                        "m-1"));
        golden.put(
                "{\"type\":\"player-event\",\"id\":\"7\",\"instanceId\":\"gi-1\",\"playerId\":\"alice\","
                        + "\"event\":\"left\"}",
                new PlayerEvent("7", INSTANCE, ALICE, Presence.LEFT));
        golden.put("{\"type\":\"keep-alive\",\"id\":\"8\",\"instanceId\":\"gi-1\"}", new KeepAlive("8", INSTANCE));
        golden.put(
                "{\"type\":\"end\",\"id\":\"9\",\"instanceId\":\"gi-1\",\"why\":\"alice won\"}",
                new End("9", INSTANCE, "alice won"));
        golden.put(
                "{\"type\":\"create-instance\",\"id\":\"10\",\"instanceId\":\"gi-1\",\"idempotencyKey\":\"round-2\","
                        + "\"host\":\"127.0.0.1\",\"port\":7777,\"capacity\":16,"
                        + "\"players\":[{\"playerId\":\"alice\",\"team\":0}],\"data\":{\"round\":2},\"shared\":null,"
                        + "\"reconnect\":\"optional\"}",
                new CreateInstance(
                        "10",
                        INSTANCE,
                        "round-2",
                        "127.0.0.1",
                        7777,
                        16,
                        List.of(new InstancePlayer(ALICE, 0)),
                        new JsonText("{\"round\":2}"),
                        null,
                        ReconnectPolicy.OPTIONAL));
        golden.put(
                "{\"type\":\"drain\",\"id\":\"11\",\"instanceId\":\"gi-1\",\"withinMillis\":30000}",
                new Drain("11", INSTANCE, 30_000));
        return golden;
    }
}
