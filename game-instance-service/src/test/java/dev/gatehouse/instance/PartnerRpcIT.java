package dev.gatehouse.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gameserver.GameServerConfiguration;
import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerRequest;
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
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.PartnerHeaders;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.JsonText;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("the HTTP form of the link")
class PartnerRpcIT {

    @RegisterExtension
    static final SharedService SHARED = new SharedService();

    private static final PlayerId CAROL = new PlayerId("carol");

    private final ServiceUnderTest service = SHARED.get();

    @Test
    @DisplayName("takes every request but link")
    void takesEveryRequestButLink() throws Exception {
        var running = new RunningGames(service).run("rpc");
        var id = new InstanceId(running.get("id").stringValue());
        var pair = SHARED.environmentOf(id.value());
        var requests = requests(id);
        assertThat(requests.stream().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(Stream.of(GameServerRequest.class.getPermittedSubclasses())
                        .filter(type -> type != Link.class)
                        .toList());

        for (GameServerRequest request : requests) {
            var response = post(pair, RunningGames.REQUEST.encode(request));
            assertThat(response.statusCode()).as(request.toString()).isEqualTo(200);
            var answer = JsonCodec.of(GameServerAnswer.class).decode(response.body());
            assertThat(answer.ok()).as(request + " " + response.body()).isTrue();
            assertThat(answer.id()).isEqualTo(request.id());
        }
        var link = post(pair, RunningGames.linkRequest(running));
        assertThat(Objects.requireNonNull(JsonCodec.of(GameServerAnswer.class)
                                .decode(link.body())
                                .error())
                        .code())
                .isEqualTo("unknown_request");
    }

    /// In an order in which a server could ask them.
    private List<GameServerRequest> requests(InstanceId id) {
        var ticket = service.bean(PartnerTokens.class)
                .mintTicket(
                        CAROL,
                        new GameId("goldrush"),
                        id,
                        service.bean(InstantSource.class).instant());
        var data = new JsonText("{\"round\":2}");
        return List.of(
                new KeepAlive("1", id),
                new ConnectPlayers("2", id, List.of(CAROL)),
                new VerifyTicket("3", id, ticket),
                new PlayerEvent("4", id, CAROL, Presence.LEFT),
                new UpdateInstance("5", id, data, data, null, List.of()),
                new UpdatePlayer(
                        "6",
                        id,
                        CAROL,
                        ActionMode.UNSYNCHRONIZED,
                        new ActionCall(102, new Encoded.Json("{}")),
                        "rpc-6"),
                new CreateInstance(
                        "7",
                        id,
                        "rpc-7",
                        "127.0.0.1",
                        7777,
                        2,
                        List.of(new InstancePlayer(CAROL, 0)),
                        null,
                        null,
                        null),
                new Drain("8", id, 60_000),
                new RemovePlayers("9", id, List.of(CAROL)),
                new End("10", id, "done"));
    }

    @Test
    @DisplayName("says what is too long: by the answer what no request needs, by 413 what no call needs")
    void saysWhatIsTooLong() throws Exception {
        var running = new RunningGames(service).run("rpc-too-long");
        var pair = SHARED.environmentOf(running.get("id").stringValue());

        var tooLong = post(pair, " ".repeat(GameServerRequest.MAX_LENGTH + 1));
        assertThat(tooLong.statusCode()).isEqualTo(200);
        assertThat(tooLong.body()).contains("\"too_large\"", "\"id\":\"\"");

        var farTooLong = post(pair, " ".repeat(1024 * 1024 + 1));
        assertThat(farTooLong.statusCode()).isEqualTo(413);
        assertThat(farTooLong.body()).contains("\"code\":\"request_too_large\"");
    }

    private HttpResponse<String> post(GameServerConfiguration pair, String body) throws Exception {
        return service.post(
                service.url().resolve(PartnerHeaders.RPC_PATH),
                body,
                "Authorization",
                "Bearer " + pair.gameToken(),
                PartnerHeaders.SOCIAL_TOKEN,
                pair.socialToken());
    }
}
