package dev.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.client.calls.CallFailedException;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientMessage.RpcResult;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.ServerMessage.Rewind;
import dev.gatehouse.model.protocol.ServerMessage.Rpc;
import dev.gatehouse.model.protocol.ServerMessage.RpcCancel;
import dev.gatehouse.model.schema.JsonText;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The server calls the client.
class ServerCallsTest {

    private final Scene scene = Scene.playing();
    private final CompletableFuture<JsonText> answer = new CompletableFuture<>();

    @ParameterizedTest
    @EnumSource
    void answersInEitherEncoding(Encoding encoding) {
        var either = new Scene(encoding, Timing.USUAL).play();
        var asked = new ArrayList<JsonText>();
        either.session.onCall("Dialog.choose", args -> {
            asked.add(args);
            return answer;
        });
        either.line().say(1L, null, new Rpc(4, "Dialog.choose", new JsonText("{\"of\":3}"), 1_000L));
        assertThat(asked).containsExactly(new JsonText("{\"of\":3}"));
        assertThat(either.line().all(RpcResult.class)).isEmpty();
        answer.complete(new JsonText("2"));

        assertThat(either.line().all(RpcResult.class)).containsExactly(new RpcResult(4, true, new JsonText("2"), null));
    }

    @Test
    void saysWhatItCannotDo() {
        call(1, "Nobody.knows");
        scene.session.onCall("Dialog.refuse", _ -> {
            throw new CallFailedException(new CallError("busy", "Later.", true));
        });
        call(2, "Dialog.refuse");
        scene.session.onCall("Dialog.fail", _ -> CompletableFuture.failedFuture(new IllegalStateException("secret")));
        call(3, "Dialog.fail");
        scene.session.onCall("Dialog.throw", _ -> {
            throw new IllegalStateException("secret");
        });
        call(4, "Dialog.throw");

        assertThat(scene.line().all(RpcResult.class))
                .extracting(RpcResult::error)
                .containsExactly(
                        CallError.of(CallErrorCode.UNKNOWN_METHOD),
                        new CallError("busy", "Later.", true),
                        CallError.of(CallErrorCode.SERVER_ERROR, "The client's code failed."),
                        CallError.of(CallErrorCode.SERVER_ERROR, "The client's code failed."));
    }

    @Test
    void answersNoMoreWithAHandlerThatWasClosed() {
        var first = scene.session.onCall("Dialog.choose", _ -> CompletableFuture.completedFuture(new JsonText("1")));
        scene.session.onCall("Dialog.choose", _ -> CompletableFuture.completedFuture(new JsonText("2")));
        // It was replaced already.
        first.close();
        call(1, "Dialog.choose");

        assertThat(scene.line().last(RpcResult.class).value()).isEqualTo(new JsonText("2"));
    }

    @Test
    void saysNothingWhereTheServerDoesNotWait() {
        scene.session.onCall("Dialog.choose", _ -> answer);
        call(1, "Dialog.choose");
        scene.line().say(2L, null, new RpcCancel(1));
        answer.complete(new JsonText("2"));

        assertThat(answer).isCancelled();
        assertThat(scene.line().all(RpcResult.class)).isEmpty();
    }

    @Test
    void answersNoOwnerThatDidNotAsk() {
        scene.session.onCall("Dialog.choose", _ -> answer);
        call(1, "Dialog.choose");
        scene.line().say(null, null, new Rewind(2, 0, true));
        assertThat(answer).isCancelled();
        call(1, "Dialog.choose");

        assertThat(scene.line().all(RpcResult.class)).hasSize(1);
    }

    @Test
    void answersAfterAResume() {
        scene.session.onCall("Dialog.choose", _ -> answer);
        call(1, "Dialog.choose");
        scene.line().lose();
        answer.complete(new JsonText("2"));
        scene.resumes(0);

        assertThat(scene.line().all(RpcResult.class)).hasSize(1);
    }

    @Test
    void refusesAnIdThatIsOpen() {
        scene.session.onCall("Dialog.choose", _ -> answer);
        call(1, "Dialog.choose");
        scene.line().say(2L, null, new Rpc(1, "Dialog.choose", JsonText.EMPTY_OBJECT, null));

        assertThat(scene.log.getLast()).isEqualTo("ended 2600");
    }

    private void call(long id, String method) {
        long number = scene.session.statistics().received() + 1;
        scene.line().say(number, null, new Rpc(id, method, JsonText.EMPTY_OBJECT, null));
    }
}
