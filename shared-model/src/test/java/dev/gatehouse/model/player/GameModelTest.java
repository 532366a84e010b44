package dev.gatehouse.model.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.storage.StorableModel;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.schema.Case;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.schema.SchemaException;
import dev.gatehouse.model.schema.ServerOnly;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void refusesAnActionThatKeepsAnArgumentFromItsClient() {
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> GameModel.of(Farm.class, _ -> Farm.NEW)
                        .actions(List.of(Whisper.class))
                        .build())
                .withMessageContaining("Whisper.secret: is @ServerOnly in an argument");
    }

    @ParameterizedTest
    @ValueSource(classes = {Choice.class, Written.class, Strict.class, Nested.class})
    void refusesAServerOnlyMemberThatAClientHasNoValueFor(Class<? extends PlayerModel> model) {
        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> load(model))
                .withMessageContaining("secret: is @ServerOnly and has no absent value for clients");
    }

    @Test
    void refusesAModelThatIsNoRecord() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> load(Either.class))
                .withMessage("type: " + Either.class.getName() + " (expected: a record)");
    }

    @Test
    void takesServerOnlyMembersThatMayBeAbsent() throws DecodeException {
        var game = load(Hiding.class);
        var hiding = new Hiding(new Way.Left(), List.of(new Named("x")), new Named("y"));

        assertThat(game.decodeModel(game.encodeModel(Encoding.PROTO, hiding, Audience.CLIENT)))
                .isEqualTo(new Hiding(null, List.of(), null));
    }

    private static <M extends PlayerModel> GameModel<M> load(Class<M> model) {
        return GameModel.of(model, _ -> {
                    throw new AssertionError("nobody plays it");
                })
                .build();
    }

    sealed interface Way {
        @Case(name = "left", number = 1)
        record Left() implements Way {}
    }

    sealed interface Either extends PlayerModel {
        @Case(name = "one", number = 1)
        record One() implements Either {}
    }

    record Named(@Member(1) String name) {

        Named {
            if (name.isEmpty()) {
                throw new IllegalArgumentException("name: empty");
            }
        }
    }

    record Choice(@Member(1) @ServerOnly Way secret) implements PlayerModel {}

    record Written(@Member(1) @ServerOnly JsonText secret) implements PlayerModel {}

    record Strict(@Member(1) @ServerOnly Named secret) implements PlayerModel {}

    record Nested(@Member(1) List<Holder> holders) implements PlayerModel {}

    record Holder(@Member(1) @ServerOnly Turn secret) {}

    record Turn(@Member(1) Way way) {}

    record Hiding(
            @Member(1) @ServerOnly @Nullable Way way,
            @Member(2) @ServerOnly List<Named> names,
            @Member(3) @ServerOnly @Nullable Named name)
            implements PlayerModel {}

    @ActionCode(103)
    record Whisper(@Member(1) @ServerOnly int secret) implements SynchronizedServerAction<Farm> {
        @Override
        public Outcome<Farm> execute(Farm model, ActionContext context) {
            return Outcome.of(model);
        }
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

    @Test
    void encodesNoArgumentThatWouldBeAnotherWhenItIsRead() {
        var game = GameModel.of(Farm.class, _ -> Farm.NEW)
                .actions(List.of(Wait.class))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> game.encode(Encoding.JSON, new Wait(Duration.ofNanos(1))))
                .withMessageStartingWith("time: a time finer than milliseconds");
    }

    @Test
    void makesNoPlayerThatCouldNotBeStored() {
        var game = GameModel.of(Farm.class, _ -> new Farm(0, "\uD83D", Farm.NEW.barn(), Farm.NEW.parcels(), 0))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> game.newPlayer(new PlayerId("alice")))
                .withMessageStartingWith("greeting: half of a surrogate pair");
    }

    @Test
    void quotesWhatTheGameThrewOnlyWhereNothingIsHidden() {
        var open = GameModel.of(Open.class, _ -> new Open(0)).build();
        var thrown = new IllegalStateException("gold: 3");

        assertThat(open.forLog(thrown)).isSameAs(thrown);
        assertThat(Farm.GAME.forLog(thrown))
                .hasMessage("java.lang.IllegalStateException")
                .hasNoCause();
        assertThat(Farm.GAME.forLog(thrown).getStackTrace()).isEqualTo(thrown.getStackTrace());
    }

    /// It quotes nothing, and is what the game's developer has to know.
    @Test
    void saysAlwaysWhatCouldNotBeStored() {
        var torn = new Farm(0, "\uD83D", Farm.NEW.barn(), Farm.NEW.parcels(), 0);
        var unstorable = catchThrowable(() -> StorableModel.of(Farm.class).check(torn));

        assertThat(Farm.GAME.forLog(unstorable)).isSameAs(unstorable);
    }

    record Open(@Member(1) int gold) implements PlayerModel {}

    @ActionCode(104)
    record Wait(@Member(1) Duration time) implements ClientAction<Farm> {
        @Override
        public Outcome<Farm> execute(Farm model, ActionContext context) {
            return Outcome.of(model);
        }
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
