package dev.gatehouse.determinism.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.Model;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.schema.Case;
import dev.gatehouse.model.schema.Flat;
import dev.gatehouse.model.schema.Inline;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.schema.Retired;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;

class ModelHistoryTest {

    private static final String LAST = """
            schema 1
            model record First
            model/1 int gold
            model/2 string name
            """;

    private static final String LAST_ACTION = """
            action/100 record Spend
            action/100/1 int amount
            """;

    @Test
    void writesALineForEachPlace() {
        assertThat(StoredShape.of(game(Wide.class)).toString()).isEqualTo("""
                        schema 1
                        model record Wide
                        model/1 enum suit
                        model/1/0 constant hearts
                        model/1/3 constant spades
                        model/2 map bags
                        model/2/key string bags
                        model/2/value record bags
                        model/2/value/1 list coins
                        model/2/value/1/element long coins
                        model/2/value/2 retired -
                        model/3 union pet
                        model/3/1 record cat
                        model/3/1/1 int lives
                        model/4 record next
                        """);
    }

    @Test
    void readsWhatItHasWritten() {
        var shape = StoredShape.of(game(Wide.class));

        assertThat(StoredShape.parse(shape.toString())).hasToString(shape.toString());
        assertThat(ModelHistory.broken(shape, shape)).isEmpty();
    }

    @Test
    void readsANameOfSeveralWords() {
        var text = "schema 1\nmodel/1/0 constant ace of hearts\n";

        assertThat(StoredShape.parse(text)).hasToString(text);
    }

    @Test
    void allowsNewMembersAndNewNames() {
        assertThat(broken(game(Grown.class))).isEmpty();
    }

    @Test
    void refusesANumberThatIsGivenToSomethingElse() {
        assertThat(broken(game(Reused.class)))
                .containsExactly("model/2 (age): was string and is int (expected: a number of its own)");
    }

    @Test
    void refusesAMemberThatGoesWithoutATrace() {
        assertThat(broken(game(Shrunk.class)))
                .containsExactly("model/2 (name): is gone (expected: its number retired)");
    }

    @Test
    void refusesAMemberThatGoesWithoutANewSchema() {
        assertThat(broken(game(Retiring.class)))
                .containsExactly("model/2 (name): has gone in schema 1 (expected: a new schema)");
    }

    @Test
    void refusesAConstantThatGoesWithoutANewSchema() {
        var wide = StoredShape.of(game(Wide.class));
        var before = StoredShape.parse(wide + "model/1/7 constant clubs\n");
        var older = StoredShape.parse(before.toString().replace("schema 1", "schema 0"));

        assertThat(ModelHistory.broken(before, wide))
                .containsExactly("model/1/7 (clubs): is gone in schema 1 (expected: a new schema)");
        assertThat(ModelHistory.broken(older, wide)).isEmpty();
    }

    @Test
    void refusesAConstantWhoseNumberIsGivenToAnother() {
        var before = StoredShape.parse(wide().replace("model/1/3 constant spades", "model/1/3 constant clubs"));

        assertThat(ModelHistory.broken(before, StoredShape.of(game(Wide.class))))
                .containsExactly("model/1/3 (spades): was clubs (expected: a number of its own, or the name clubs)");
    }

    @Test
    void refusesAConstantThatGetsAnotherNumber() {
        var before = StoredShape.parse(
                wide().replace("model/1/3 constant", "model/1/2 constant").replace("schema 1", "schema 0"));

        assertThat(ModelHistory.broken(before, StoredShape.of(game(Wide.class))))
                .containsExactly("model/1/2 (spades): is number 3 now (expected: the number that it had)");
    }

    @Test
    void refusesACaseWhoseNumberIsGivenToAnotherAndOneThatGetsAnother() {
        var reused = StoredShape.parse(wide().replace("model/3/1 record cat", "model/3/1 record dog"));
        var moved = StoredShape.parse(wide().replace("model/3/1", "model/3/2"));

        assertThat(ModelHistory.broken(reused, StoredShape.of(game(Wide.class))))
                .containsExactly("model/3/1 (cat): was dog (expected: a number of its own, or the name dog)");
        assertThat(ModelHistory.broken(moved, StoredShape.of(game(Wide.class))))
                .containsExactly("model/3/2 (cat): is number 1 now (expected: the number that it had)");
    }

    @Test
    void refusesACaseWithinItsRecordWhoseNumberIsGivenToAnother() {
        var now = StoredShape.of(game(Leashed.class));
        var before = StoredShape.parse(now.toString().replace("model/1 record cat", "model/1 record dog"));

        assertThat(ModelHistory.broken(before, now))
                .containsExactly("model/1 (cat): was dog (expected: a number of its own, or the name dog)");
    }

    @Test
    void refusesWhatHasTheNumberOfARetiredConstantOrCase() {
        var before = StoredShape.parse(wide().replace("model/1/3 constant spades", "model/1/3 retired clubs")
                .replace("model/3/1 record cat\nmodel/3/1/1 int lives", "model/3/1 retired dog"));

        assertThat(ModelHistory.broken(before, StoredShape.of(game(Wide.class))))
                .containsExactly(
                        "model/1/3 (spades): was clubs, retired (expected: a number of its own)",
                        "model/3/1 (cat): was dog, retired (expected: a number of its own)");
    }

    @Test
    void letsWhatIsNewHaveTheNameOfWhatIsRetired() {
        var before = StoredShape.parse(wide() + "model/1/7 retired spades\nmodel/3/9 retired cat\n");

        assertThat(ModelHistory.broken(before, StoredShape.of(game(Wide.class))))
                .isEmpty();
    }

    @Test
    void keepsConstantsAndCasesThatAreGone(@TempDir Path folder) throws Exception {
        var file = folder.resolve("history.txt");
        var game = game(Wide.class);
        var earlier = wide().replace("schema 1", "schema 0")
                + "model/1/5 retired acorns\nmodel/1/7 constant clubs\nmodel/3/9 record dog\nmodel/3/9/1 int age\n";
        Files.writeString(file, earlier);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ModelHistory.check(game, file))
                .withMessageContaining("not what the game stores now");
        writing(() -> ModelHistory.check(game, file));

        assertThat(file)
                .hasContent(
                        wide().replace("model/2 map", "model/1/5 retired acorns\nmodel/1/7 retired clubs\nmodel/2 map")
                                .replace("model/4 record", "model/3/9 retired dog\nmodel/4 record"));
        ModelHistory.check(game, file);
    }

    @Test
    void forgetsConstantsWhoseMemberIsGone() {
        var before = StoredShape.parse(LAST + """
                model/1/element retired -
                model/2/4 retired clubs
                """);

        assertThat(StoredShape.of(game(First.class)).keeping(before)).hasToString(LAST);
    }

    @Test
    void saysOfAMemberOnlyThatItsTypeIsAnother() {
        var before = StoredShape.parse(LAST.replace("model/1 int gold", "model/1 list gold\nmodel/1/element int gold"));

        assertThat(ModelHistory.broken(before, StoredShape.of(game(First.class))))
                .containsExactly("model/1 (gold): was list and is int (expected: a number of its own)");
    }

    @Test
    void allowsWhatGoesByTheRules() {
        var game = GameModel.of(Next.class, player -> new Next(0))
                .migration(1, old -> old)
                .build();

        assertThat(ModelHistory.broken(StoredShape.parse(LAST + LAST_ACTION), StoredShape.of(game)))
                .isEmpty();
    }

    @Test
    void refusesAnActionThatGoesWithoutATraceAndASchemaThatGoesBack() {
        var later = StoredShape.parse(LAST.replace("schema 1", "schema 2") + LAST_ACTION);

        assertThat(ModelHistory.broken(later, StoredShape.of(game(First.class))))
                .containsExactly(
                        "schema: 1 (expected: at least 2)",
                        "action/100 (Spend): is gone (expected: its number retired)");
    }

    @Test
    void wantsTheFileToBeCheckedIn(@TempDir Path folder) throws Exception {
        var file = folder.resolve("history.txt");
        var game = game(Grown.class);
        Files.writeString(file, LAST);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ModelHistory.check(game, file))
                .withMessageContaining("not what the game stores now");
        Files.writeString(file, StoredShape.of(game).toString());

        ModelHistory.check(game, file);
    }

    private static void writing(Runnable check) {
        System.setProperty(ModelHistory.WRITE, "true");
        try {
            check.run();
        } finally {
            System.clearProperty(ModelHistory.WRITE);
        }
    }

    private static String wide() {
        return StoredShape.of(game(Wide.class)).toString();
    }

    private static List<String> broken(GameModel<?> now) {
        return ModelHistory.broken(StoredShape.parse(LAST), StoredShape.of(now));
    }

    @SuppressWarnings("NullAway") // Nobody plays these games.
    private static <M extends PlayerModel> GameModel<M> game(Class<M> model) {
        return GameModel.of(model, player -> null).build();
    }

    record First(@Member(1) int gold, @Member(2) String name) implements PlayerModel {}

    @Retired(2)
    @Model(schema = 2, retiredActions = 100)
    record Next(@Member(1) int gold) implements PlayerModel {}

    enum Suit {
        @Member(0)
        HEARTS,
        @Member(3)
        SPADES
    }

    @Inline
    record BagId(@Member(1) String value) {}

    @Retired(2)
    record Bag(@Member(1) PVector<Long> coins) {}

    sealed interface Pet {
        @Case(name = "cat", number = 1)
        record Cat(@Member(1) int lives) implements Pet {}
    }

    record Wide(
            @Member(1) Suit suit,
            @Member(2) PSortedMap<BagId, Bag> bags,
            @Member(3) Pet pet,
            @Member(4) @Nullable Wide next)
            implements PlayerModel {}

    record Leashed(@Flat Pet pet, @Member(2) int length) implements PlayerModel {}

    record Grown(
            @Member(1) int gold,
            @Member(2) String title,
            @Member(3) long since) implements PlayerModel {}

    record Reused(@Member(1) int gold, @Member(2) int age) implements PlayerModel {}

    record Shrunk(@Member(1) int gold) implements PlayerModel {}

    @Retired(2)
    record Retiring(@Member(1) int gold) implements PlayerModel {}
}
