package dev.gatehouse.gameserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerNotice;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.GameServerRequest.ConnectPlayers;
import dev.gatehouse.model.partner.GameServerRequest.KeepAlive;
import dev.gatehouse.model.schema.JsonText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PartnerSocketTest {

    private static final InstanceId INSTANCE = new InstanceId("gi-1");
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final List<String> done = new ArrayList<>();
    private final List<PartnerSocket> closed = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final PartnerSocket socket = new PartnerSocket(new Ear());
    private final FakeWire wire = new FakeWire(socket.texts(), (_, text) -> said.add(text));
    private int lastId;

    @Test
    void refusesMoreThanTheServiceCanBeAskedAtOnce() {
        askMany(PartnerSocket.MAX_OPEN_REQUESTS, LONG);

        failsWith(GameServerException.LINK_LOST, () -> ask(LONG).join());

        assertThat(said).hasSize(PartnerSocket.MAX_OPEN_REQUESTS);
    }

    @Test
    void saysThatAllIsWellHoweverMuchIsAsked() {
        askMany(PartnerSocket.MAX_OPEN_REQUESTS, LONG);

        var well = socket.ask(new KeepAlive("well", INSTANCE), LONG);
        answer("well");

        assertThat(well).isCompleted();
    }

    @Test
    void makesRoomForOthersWhereARequestIsNotWaitedForAnyMore() {
        askMany(PartnerSocket.MAX_OPEN_REQUESTS, SHORT).forEach(PartnerSocketTest::timesOut);

        var next = ask(LONG);
        answer("" + lastId);

        assertThat(next).isCompleted();
    }

    @Test
    void learnsFromAnAnswerThatComesTooLate() {
        timesOut(ask(SHORT));

        answer("1");

        // The service counts the server as told.
        assertThat(done).containsExactly("1");
        assertThat(closed).isEmpty();
    }

    @Test
    void givesASocketUpOnWhichTooManyAnswersNeverCome() {
        for (int i = 0; i < PartnerSocket.MAX_OWED_ANSWERS / PartnerSocket.MAX_OPEN_REQUESTS; i++) {
            askMany(PartnerSocket.MAX_OPEN_REQUESTS, SHORT).forEach(PartnerSocketTest::timesOut);
        }
        assertThat(closed).isEmpty();

        failsWith(GameServerException.LINK_LOST, () -> ask(LONG).join());

        assertThat(closed).containsExactly(socket);
    }

    private List<CompletableFuture<JsonText>> askMany(int count, Duration within) {
        var asked = new ArrayList<CompletableFuture<JsonText>>();
        for (int i = 0; i < count; i++) {
            asked.add(ask(within));
        }
        return asked;
    }

    private CompletableFuture<JsonText> ask(Duration within) {
        lastId++;
        return socket.ask(new ConnectPlayers("" + lastId, INSTANCE, List.of(new PlayerId("alice"))), within);
    }

    private void answer(String id) {
        wire.hears(JsonCodec.of(GameServerAnswer.class).encode(GameServerAnswer.done(id)));
    }

    private static void timesOut(CompletableFuture<JsonText> asked) {
        failsWith(GameServerException.TIMEOUT, asked::join);
    }

    private static void failsWith(String code, ThrowingCallable asking) {
        assertThatThrownBy(asking)
                .cause()
                .isInstanceOfSatisfying(
                        GameServerException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private final class Ear implements PartnerSocket.Ear {

        @Override
        public void notice(GameServerNotice notice) {
            throw new AssertionError("nothing is said but answers");
        }

        @Override
        public void done(GameServerRequest request, JsonText value) {
            done.add(request.id());
        }

        @Override
        public void closed(PartnerSocket gone) {
            closed.add(gone);
        }
    }
}
