package dev.gatehouse.model.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.model.codec.proto.StoredMembers;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.schema.Retired;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    /// Schema 2 counts in pennies; schema 3 has the name apart.
    private static final GameModel<Third> GAME = GameModel.of(Third.class, player -> new Third(0, new Name("")))
            .migration(1, old -> old.without(1).with(3, long.class, old.get(1, int.class) * 100L))
            .migration(
                    2,
                    old -> old.without(2)
                            .with(
                                    4,
                                    StoredMembers.class,
                                    StoredMembers.EMPTY.with(1, String.class, old.get(2, String.class))))
            .build();

    @Test
    void runsEachMigrationFromTheSchemaOnInWhichAModelWasStored() throws DecodeException {
        assertThat(GAME.schema()).isEqualTo(3);
        assertThat(GAME.decodeStored(1, stored(new First(7, "ann")))).isEqualTo(new Third(700, new Name("ann")));
        assertThat(GAME.decodeStored(2, stored(new Second("ann", 650)))).isEqualTo(new Third(650, new Name("ann")));
        assertThat(GAME.decodeStored(3, stored(new Third(5, new Name("bob")))))
                .isEqualTo(new Third(5, new Name("bob")));
    }

    @Test
    void refusesASchemaThatIsTooOldOrOfALaterVersion() {
        var late = GameModel.of(Late.class, player -> new Late(0))
                .migration(2, old -> old)
                .build();

        refuses(late, 1, "schema: 1 (expected: 2 to 3)");
        refuses(late, 4, "schema: 4 (expected: 2 to 3)");
    }

    @Test
    void refusesToBeLoadedWithoutAllMigrations() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GameModel.of(Third.class, player -> new Third(0, new Name("")))
                        .migration(1, old -> old)
                        .build())
                .withMessageContaining("Third: no migration from schema 2 (expected: one from each of 1 to 2)");
    }

    @Test
    void refusesAMigrationFromASchemaThatIsNotOlder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GameModel.of(First.class, player -> new First(0, ""))
                        .migration(1, old -> old)
                        .build())
                .withMessageEndingWith("First: migrations from [1] (expected: none)");
    }

    @Test
    void refusesTwoMigrationsFromOneSchema() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GameModel.of(Late.class, player -> new Late(0))
                        .migration(2, old -> old)
                        .migration(2, old -> old))
                .withMessage("from: 2 (expected: one migration from each schema)");
    }

    @Test
    void refusesAnOldestSchemaThatIsNewerThanItsOwn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GameModel.of(Backwards.class, player -> new Backwards(0))
                        .build())
                .withMessageContaining("Backwards: schema 1, oldest 2 (expected: 1 <= oldest <= schema)");
    }

    @Test
    void refusesMembersThatALaterVersionHasStored() {
        var later = stored(new Second("ann", 1));

        assertThatExceptionOfType(DecodeException.class)
                .isThrownBy(() -> plain().decodeStored(1, later))
                .withMessage("number 3 is unknown (expected: a member's, or a @Retired one)");
    }

    @Test
    void dropsWhatTheRecordSaysIsRetired() throws DecodeException {
        var game = GameModel.of(Tidied.class, player -> new Tidied("")).build();

        assertThat(game.decodeStored(1, stored(new First(7, "ann")))).isEqualTo(new Tidied("ann"));
    }

    @Test
    void readsWhatWasStoredBeforeAMemberWasAdded() throws DecodeException {
        assertThat(ProtoCodec.of(Second.class).decodeWhole(stored(new Tidied("ann"))))
                .isEqualTo(new Second("ann", 0));
    }

    @Test
    void givesARetiredCodeToNoOtherAction() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GameModel.of(Late.class, player -> new Late(0))
                        .migration(2, old -> old)
                        .actions(List.of(Count.class))
                        .build())
                .withMessageContaining("Count: code 100 is retired");
    }

    private static GameModel<First> plain() {
        return GameModel.of(First.class, player -> new First(0, "")).build();
    }

    private static void refuses(GameModel<?> game, int schema, String why) {
        assertThatExceptionOfType(DecodeException.class)
                .isThrownBy(() -> game.decodeStored(schema, ByteString.EMPTY))
                .withMessage(why);
    }

    @SuppressWarnings("unchecked") // A value's class is that of its type.
    private static <T> ByteString stored(T value) {
        return ProtoCodec.of((Class<T>) value.getClass()).encodeToByteString(value);
    }

    record First(@Member(1) int gold, @Member(2) String name) implements PlayerModel {}

    @Retired(1)
    record Second(@Member(2) String name, @Member(3) long pennies) implements PlayerModel {}

    @Retired({1, 2})
    @Model(schema = 3)
    record Third(@Member(3) long pennies, @Member(4) Name name) implements PlayerModel {}

    record Name(@Member(1) String text) {}

    @Retired(1)
    record Tidied(@Member(2) String name) implements PlayerModel {}

    @Model(schema = 3, oldest = 2, retiredActions = 100)
    record Late(@Member(1) int count) implements PlayerModel {}

    @Model(oldest = 2)
    record Backwards(@Member(1) int count) implements PlayerModel {}

    @ActionCode(100)
    record Count() implements ClientAction<Late> {
        @Override
        public Outcome<Late> execute(Late model, ActionContext context) {
            return Outcome.of(model);
        }
    }
}
