package dev.gatehouse.instance.partner.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.partner.web.RequestReader.Read.Request;
import dev.gatehouse.instance.partner.web.RequestReader.Read.Unreadable;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.GameServerRequest.KeepAlive;
import dev.gatehouse.model.partner.GameServerRequest.UpdatePlayer;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.schema.Encoded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestReaderTest {

    @Test
    void readsARequest() {
        assertThat(RequestReader.read("{\"id\":\"1\",\"type\":\"keep-alive\",\"instanceId\":\"gi-1\"}"))
                .isEqualTo(new Request(new KeepAlive("1", new InstanceId("gi-1"))));
    }

    @Test
    void letsOutWhatMayBeAbsent() {
        var read = RequestReader.read("{\"id\":\"1\",\"type\":\"update-player\",\"instanceId\":\"gi-1\","
                + "\"playerId\":\"alice\",\"mode\":\"unsynchronized\",\"action\":{\"code\":102,\"args\":{}}}");

        assertThat(read)
                .isEqualTo(new Request(new UpdatePlayer(
                        "1",
                        new InstanceId("gi-1"),
                        new PlayerId("alice"),
                        ActionMode.UNSYNCHRONIZED,
                        new ActionCall(102, new Encoded.Json("{}")),
                        null)));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\0', delimiter = '|', textBlock = """
                    nonsense | malformed
                    [] | malformed
                    {"id":"1","type":"keep-alive","instanceId":"gi-1"} {} | malformed
                    {"id":"1","id":"2","type":"keep-alive","instanceId":"gi-1"} | malformed
                    {"type":"keep-alive","instanceId":"gi-1"} | invalid_argument
                    {"id":7,"type":"keep-alive","instanceId":"gi-1"} | invalid_argument
                    {"id":"1","instanceId":"gi-1"} | unknown_request
                    {"id":"1","type":"explode","instanceId":"gi-1"} | unknown_request
                    {"id":"1","type":"keep-alive"} | invalid_argument
                    {"id":"1","type":"keep-alive","instanceId":null} | invalid_argument
                    {"id":"1","type":"keep-alive","instanceId":"gi-1","more":1} | invalid_argument
                    {"id":"1","type":"keep-alive","instanceId":7} | invalid_argument
                    {"id":"1","type":"player-event","instanceId":"gi-1","playerId":"a","event":"sleeps"} | invalid_argument
                    {"id":"1","type":"update-instance","instanceId":"gi-1","players":[{"playerId":"alice","data":{},"ifversion":3}]} | invalid_argument
                    {"id":"1","type":"update-player","instanceId":"gi-1","playerId":"alice","mode":"synchronized","action":{"code":1,"args":{},"arg":{}}} | invalid_argument
                    {"id":"1","type":"create-instance","instanceId":"gi-1","idempotencyKey":"k","host":"h","port":1,"capacity":1,"players":[{"playerId":"alice","teem":1}]} | invalid_argument
                    """)
    void refusesWhatIsNotExactlyARequest(String text, String code) {
        assertThat(RequestReader.read(text))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.why().code()).isEqualTo(code));
    }

    @Test
    void namesTheArgumentThatIsWrong() {
        assertThat(message("{\"id\":\"1\",\"type\":\"keep-alive\",\"instanceId\":\"gi-1\",\"m\\u0000re<\":1}"))
                .endsWith("(unknown: m?re?)");
        assertThat(message("{\"id\":\"1\",\"type\":\"keep-alive\"}")).endsWith("(missing: instanceId)");
        assertThat(message("{\"id\":\"1\",\"type\":\"update-instance\",\"instanceId\":\"gi-1\",\"players\":"
                        + "[{\"playerId\":\"alice\",\"data\":{},\"ifversion\":3}]}"))
                .contains("ifversion");
    }

    private static String message(String text) {
        return RequestReader.read(text) instanceof Unreadable(var _, var why) ? why.message() : "";
    }
}
