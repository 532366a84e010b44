package dev.gatehouse.determinism.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.player.ActionCode;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.KnownDeterministic;
import dev.gatehouse.model.player.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CodeCheckTest {

    static Stream<Arguments> offences() {
        return Stream.of(Offences.ALL, Detours.ALL)
                .flatMap(all -> all.entrySet().stream())
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("offences")
    @DisplayName("2.4 (17): whatever makes an action differ elsewhere is named")
    void namesWhatAnActionMustNotDo(Class<? extends Action<Den>> action, String what) {
        assertThat(check(action)).anySatisfy(finding -> assertThat(finding).contains(what));
    }

    @Test
    void saysWhereItIs() {
        assertThat(check(Offences.Millis.class))
                .singleElement()
                .asString()
                .matches(
                        "at dev\\.gatehouse\\.determinism\\.code\\.Offences\\$Millis\\.on\\(Offences\\.java:\\d+\\): "
                                + "java\\.lang\\.System\\.currentTimeMillis reads a clock \\(expected: ActionContext\\.now\\(\\)\\)");
    }

    @Test
    void findsNothingInAnHonestAction() {
        assertThat(check(Den.Honest.class)).isEmpty();
    }

    static List<Class<? extends Offences.Act>> hashes() {
        return Hashes.ALL;
    }

    @ParameterizedTest
    @MethodSource("hashes")
    void findsNothingInHashesThatAreTheSameOrThatNobodyAsksFor(Class<? extends Action<Den>> action) {
        assertThat(check(action)).isEmpty();
    }

    @Test
    void readsTicksAndMigrations() {
        var ticking = GameModel.of(Den.class, player -> Den.EMPTY)
                .onTick((den, context) -> new Den(System.nanoTime(), den.text()))
                .build();
        var whole = GameModel.of(Den.class, player -> Den.EMPTY)
                .onTick(new Whole()::step)
                .build();

        assertThat(CodeCheck.of(ticking, List.of()))
                .anySatisfy(finding -> assertThat(finding.what()).isEqualTo("java.lang.System.nanoTime"));
        assertThat(CodeCheck.of(whole, List.of()))
                .anySatisfy(finding -> assertThat(finding.what()).isEqualTo("java.lang.Math.random"));
    }

    @Test
    void letsPassWhatIsKnownToBeDeterministic() {
        assertThat(check(LookedUp.class)).isEmpty();
    }

    @Test
    void wantsAReasonAndANeed() {
        assertThat(check(WithoutReason.class)).singleElement().asString().contains("without a reason");
        assertThat(check(WithoutNeed.class)).singleElement().asString().contains("without need");
    }

    private static List<String> check(Class<? extends Action<Den>> action) {
        return CodeCheck.of(Den.with(action), List.of()).stream()
                .map(String::valueOf)
                .toList();
    }

    static final class Whole {
        Den step(Den den) {
            return new Den(Math.random() > 2 ? 1 : 0, den.text());
        }
    }

    @ActionCode(1)
    record LookedUp() implements Offences.Act {
        @Override
        @KnownDeterministic("only looked up, never iterated")
        public Outcome<Den> on(Den den) {
            return den.counting(List.of("a").stream()
                    .map(each -> Map.of("a", 1, "b", 2).getOrDefault(each, 0))
                    .findFirst()
                    .orElse(0));
        }
    }

    @ActionCode(1)
    record WithoutReason() implements Offences.Act {
        @Override
        @KnownDeterministic(" ")
        public Outcome<Den> on(Den den) {
            return den.counting(Map.of("a", 1, "b", 2).getOrDefault(den.text(), 0));
        }
    }

    @ActionCode(1)
    record WithoutNeed() implements Offences.Act {
        @Override
        @KnownDeterministic("was needed once")
        public Outcome<Den> on(Den den) {
            return den.counting(1);
        }
    }
}
