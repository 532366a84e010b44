package dev.gatehouse.gameserver;

import static dev.gatehouse.model.partner.PartnerError.CONTENTION;
import static dev.gatehouse.model.partner.PartnerError.PLAYER_UNREACHABLE;
import static dev.gatehouse.model.partner.PartnerError.TOO_MANY_INSTANCES;
import static dev.gatehouse.model.partner.PartnerError.TOO_MANY_WAITING;
import static dev.gatehouse.model.partner.PartnerError.UNAVAILABLE;
import static dev.gatehouse.model.partner.PartnerError.UNREADABLE_PLAYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.GameServerNotice;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.GameServerRequest.End;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.schema.JsonText;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GameServerExceptionTest {

    /// Whoever adds a code decides here what a game server does about it.
    private static final Set<PartnerError> ASK_AGAIN = EnumSet.of(
            TOO_MANY_INSTANCES, TOO_MANY_WAITING, UNREADABLE_PLAYER, PLAYER_UNREACHABLE, CONTENTION, UNAVAILABLE);

    @ParameterizedTest
    @EnumSource
    void saysOfEachRefusalWhetherToAskAgain(PartnerError error) {
        var heard = refusal(Failure.of(error));

        assertThat(heard.error()).contains(error);
        assertThat(heard.code()).isEqualTo(error.code());
        assertThat(heard.isRetryable()).isEqualTo(ASK_AGAIN.contains(error));
    }

    @Test
    void believesANewerServiceOfWhatItDoesNotKnow() {
        var again = refusal(new Failure("too_early", "Not yet.", true));
        var never = refusal(new Failure("too_late", "Not any more.", false));

        assertThat(again.isRetryable()).isTrue();
        assertThat(never.isRetryable()).isFalse();
        assertThat(again.error()).isEmpty();
        assertThat(again).hasMessage("too_early: Not yet.");
    }

    @Test
    void asksAgainOnlyWhileTheLinkMayComeBack() {
        assertThat(GameServerException.linkLost().isRetryable()).isTrue();
        assertThat(GameServerException.linkGone().isRetryable()).isFalse();
        assertThat(GameServerException.causeOf(new CompletionException(new IllegalStateException("of the JDK")))
                        .isRetryable())
                .isTrue();
        assertThat(GameServerException.causeOf(new CompletionException(GameServerException.of(UNAVAILABLE)))
                        .error())
                .contains(UNAVAILABLE);
    }

    @Test
    void mayAskAgainWhatWasNotAnswered() {
        var socket = new PartnerSocket(new Ear());
        var _ = new FakeWire(socket.texts(), (_, _) -> {});

        assertThatThrownBy(() -> socket.ask(end(), Duration.ofMillis(1)).join())
                .cause()
                .isInstanceOfSatisfying(GameServerException.class, e -> {
                    assertThat(e.code()).isEqualTo(GameServerException.TIMEOUT);
                    assertThat(e.isRetryable()).isTrue();
                });
    }

    /// As it comes over the wire.
    private static GameServerException refusal(Failure why) {
        var socket = new PartnerSocket(new Ear());
        var _ = new FakeWire(
                socket.texts(),
                (on, _) -> on.hears(JsonCodec.of(GameServerAnswer.class).encode(GameServerAnswer.refused("1", why))));
        return socket.ask(end(), Duration.ofMinutes(1))
                .handle((_, failure) -> GameServerException.causeOf(failure))
                .join();
    }

    private static End end() {
        return new End("1", new InstanceId("gi-1"), "over");
    }

    private static final class Ear implements PartnerSocket.Ear {

        @Override
        public void notice(GameServerNotice notice) {
            throw new AssertionError("nothing is said but answers");
        }

        @Override
        public void done(GameServerRequest request, JsonText value) {
            throw new AssertionError("nothing is done");
        }

        @Override
        public void closed(PartnerSocket socket) {
            throw new AssertionError("nobody closes it");
        }
    }
}
