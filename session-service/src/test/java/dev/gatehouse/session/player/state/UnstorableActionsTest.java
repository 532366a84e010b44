package dev.gatehouse.session.player.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.player.ActionCode;
import dev.gatehouse.model.player.ActionContext;
import dev.gatehouse.model.player.ClientAction;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.Outcome;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.player.SynchronizedServerAction;
import dev.gatehouse.model.player.UnsynchronizedServerAction;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.session.player.answer.ActionAnswer;
import dev.gatehouse.session.player.answer.ActionOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Actions that have, once they are read, what cannot be written again.
class UnstorableActionsTest {

    private final PlayerState<Clock> start = PlayerState.start(
            GameModel.of(Clock.class, _ -> new Clock(0))
                    .actions(List.of(Wait.class, GiveTime.class, TakeTime.class))
                    .build(),
            new Clock(0),
            Instant.EPOCH);

    @ParameterizedTest
    @CsvSource({"SYNCHRONIZED, 2", "UNSYNCHRONIZED, 3"})
    void tellsTheCallerOfAServerActionSo(ActionMode mode, int code) {
        var outcome = start.order(new ActionOrder(mode, call(code), "k"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        OrderOutcome.NotDone.class,
                        refused -> assertThat(refused.answer())
                                .isInstanceOfSatisfying(
                                        ActionAnswer.UnknownAction.class,
                                        unknown -> assertThat(unknown.why()).startsWith("span: a time finer")));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "0000000000000000")
    void rejectsAFlushThatHasOne(@Nullable String checksum) {
        var outcome = start.flush(new Flush(List.of(Op.ticks(1), Op.action(call(1))), checksum));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        FlushOutcome.Rejected.class,
                        rejected -> assertThat(rejected.why()).startsWith("ops[1].action: span: a time finer"));
    }

    private static ActionCall call(int code) {
        return new ActionCall(code, new Encoded.Json("{\"span\":5}"));
    }

    record Clock(@Member(1) int ticks) implements PlayerModel {}

    @ActionCode(1)
    record Wait(@Member(1) Duration span) implements ClientAction<Clock> {

        Wait {
            span = span.plusNanos(1);
        }

        @Override
        public Outcome<Clock> execute(Clock model, ActionContext context) {
            return Outcome.of(model);
        }
    }

    @ActionCode(2)
    record GiveTime(@Member(1) Duration span) implements SynchronizedServerAction<Clock> {

        GiveTime {
            span = span.plusNanos(1);
        }

        @Override
        public Outcome<Clock> execute(Clock model, ActionContext context) {
            return Outcome.of(model);
        }
    }

    @ActionCode(3)
    record TakeTime(@Member(1) Duration span) implements UnsynchronizedServerAction<Clock> {

        TakeTime {
            span = span.plusNanos(1);
        }

        @Override
        public Outcome<Clock> execute(Clock model, ActionContext context) {
            return Outcome.of(model);
        }
    }
}
