package dev.gatehouse.model.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.schema.Member;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GameModelTest {

    @Test
    void knowsItsActionsByCodeAndKind() {
        assertThat(Farm.GAME.knows(100, ActionKind.CLIENT)).isTrue();
        assertThat(Farm.GAME.knows(100, ActionKind.SYNCHRONIZED)).isFalse();
        assertThat(Farm.GAME.knows(104, ActionKind.SYNCHRONIZED)).isTrue();
        assertThat(Farm.GAME.knows(104, ActionKind.UNSYNCHRONIZED)).isTrue();
        assertThat(Farm.GAME.knows(999, ActionKind.CLIENT)).isFalse();
        assertThat(Farm.GAME.actions().getFirst()).isEqualTo(Farm.Sow.class);
    }

    @Test
    void refusesTwoActionsOfOneCode() {
        refuses(List.of(Farm.Sow.class, Twin.class), "Twin: code 100 is taken by");
    }

    @Test
    void refusesAnActionWithoutACode() {
        refuses(List.of(Nameless.class), "Nameless: has no code");
    }

    @Test
    void refusesAnActionThatNobodyMayRun() {
        refuses(List.of(Nobodys.class), "Nobodys: says not who may run it");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void refusesAnActionOfAnotherModel() {
        refuses((List) List.of(Strange.class), "Strange: an action of " + Other.class.getName());
    }

    @Test
    void refusesFlushesThatHoldLessThanASecond() {
        var builder = GameModel.of(Farm.class, _ -> Farm.NEW).ticksPerSecond(60).limits(new TimelineLimits(512, 59, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessage("limits: ticks=59 (expected: >= ticksPerSecond, 60)");
    }

    @Test
    void refusesLimitsThatNobodyCouldKeep() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimelineLimits.DEFAULT.within(Duration.ZERO, Duration.ofSeconds(1)))
                .withMessage("limits: ahead=PT0S behind=PT1S (expected: each > 0)");
    }

    @ParameterizedTest
    @EnumSource
    void encodesAModelForItsPlayerWithoutWhatIsTheServers(Encoding encoding) throws DecodeException {
        var suspect = new Farm(3, "hi", Farm.NEW.barn(), Farm.NEW.parcels().append("seeds"), 66);

        var forPlayer = Farm.GAME.encodeModel(encoding, suspect, Audience.CLIENT);
        var forServer = Farm.GAME.encodeModel(encoding, suspect, Audience.SERVER);

        assertThat(Farm.GAME.decodeModel(forPlayer))
                .isEqualTo(new Farm(3, "hi", Farm.NEW.barn(), Farm.NEW.parcels().append("seeds"), 0));
        assertThat(Farm.GAME.decodeModel(forServer)).isEqualTo(suspect);
    }

    @ParameterizedTest
    @EnumSource
    void decodesTheActionsItEncodes(Encoding encoding) throws DecodeException {
        var call = Farm.GAME.encode(encoding, new Farm.Forge("hoe"));

        assertThat(call.code()).isEqualTo(104);
        assertThat(Farm.GAME.decode(call, ActionKind.SYNCHRONIZED)).isEqualTo(new Farm.Forge("hoe"));
        assertThat(Farm.GAME.decode(call, ActionKind.UNSYNCHRONIZED)).isEqualTo(new Farm.Forge("hoe"));
    }

    private static void refuses(List<Class<? extends Action<Farm>>> actions, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GameModel.of(Farm.class, player -> Farm.NEW)
                        .actions(actions)
                        .build())
                .withMessageContaining(why);
    }

    record Other(@Member(1) int count) implements PlayerModel {}

    @ActionCode(100)
    record Twin() implements ClientAction<Farm> {
        @Override
        public Outcome<Farm> execute(Farm model, ActionContext context) {
            return Outcome.of(model);
        }
    }

    record Nameless() implements ClientAction<Farm> {
        @Override
        public Outcome<Farm> execute(Farm model, ActionContext context) {
            return Outcome.of(model);
        }
    }

    @ActionCode(101)
    record Nobodys() implements Action<Farm> {
        @Override
        public Outcome<Farm> execute(Farm model, ActionContext context) {
            return Outcome.of(model);
        }
    }

    @ActionCode(102)
    record Strange() implements ClientAction<Other> {
        @Override
        public Outcome<Other> execute(Other model, ActionContext context) {
            return Outcome.of(model);
        }
    }
}
