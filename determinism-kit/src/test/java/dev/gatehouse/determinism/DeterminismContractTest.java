package dev.gatehouse.determinism;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.model.codec.DecodeException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SuppressWarnings("JUnitMethodInvoked") // What fails in a game's tests is tested here.
class DeterminismContractTest {

    @Test
    @DisplayName("2.4 (17): an action that remembers how often it was run differs on a copy")
    void namesTheStepAndTheMemberThatDifferOnACopy() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> new Lapse.Counting().givesTheSameResultOnCopies(_ -> {}))
                .withMessage("another result on a copy after step 2, Count[]: /log (-Dgatehouse.determinism.seed=1)");
    }

    @Test
    void findsNothingInAnHonestGame() throws DecodeException {
        new Bazaar().givesTheSameResultOnCopies(_ -> {});
        new Bazaar().succeedsWithEachAction(_ -> {});
        new Bazaar().touchesNoChecksumAtOnce(_ -> {});
        new Bazaar().callsNothingThatDiffersElsewhere();
    }

    /// Two runs of nothing agree.
    @Test
    void namesTheActionsThatNeverSucceeded() throws DecodeException {
        var shy = new Lapse.Shying();

        shy.givesTheSameResultOnCopies(_ -> {});
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> shy.succeedsWithEachAction(_ -> {}))
                .withMessage("Shy: never came to ok (expected: once, or named in maySucceedNowhere;"
                        + " -Dgatehouse.determinism.seed=1)");
        new Lapse.Excused().succeedsWithEachAction(_ -> {});
    }

    @Test
    void namesTheActionsThatAreExcusedAndSucceed() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> new Lapse.Pardoned().succeedsWithEachAction(_ -> {}))
                .withMessage("Count: came to ok (expected: never, as named in maySucceedNowhere;"
                        + " -Dgatehouse.determinism.seed=1)");
    }

    @Test
    void namesTheMemberOfTheChecksumThatAnUnsynchronizedActionChanges() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> new Lapse.Scrawling().touchesNoChecksumAtOnce(_ -> {}))
                .withMessage("changed at once what is in the checksum (-Dgatehouse.determinism.seed=1):\n"
                        + "  pages by step 2, Scrawl[pages=3]");
    }

    /// A host may run it either way, whichever the other tests have taken.
    @Test
    void runsAtOnceWhatTheClientMayRunToo() throws DecodeException {
        var renaming = new Lapse.Renaming();

        renaming.succeedsWithEachAction(_ -> {});
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> renaming.touchesNoChecksumAtOnce(_ -> {}))
                .withMessageEndingWith("\n  title by step 2, Rename[title=mine]");
    }

    @Test
    void findsNothingOnACopyThatOnlyDiffersElsewhere() throws DecodeException {
        new Lapse.Whispering().givesTheSameResultOnCopies(_ -> {});
    }

    @Test
    void listsWhatTheCodeMustNotCall() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> new Lapse.Whispering().callsNothingThatDiffersElsewhere())
                .withMessageMatching("(?s)not the same everywhere:\n  at .*Whisper\\.execute\\(Lapse\\.java:[0-9]+\\): "
                        + "java\\.lang\\.String\\.toLowerCase depends on .*");
    }
}
