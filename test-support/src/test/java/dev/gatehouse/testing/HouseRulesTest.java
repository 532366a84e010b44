package dev.gatehouse.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("dev.gatehouse.proxy.broken");
    private static final JavaClasses WIRING =
            new ClassFileImporter().importPackages("dev.gatehouse.proxy.broken.wiring");

    @ParameterizedTest
    @MethodSource("brokenRules")
    void findsWhatBreaksARule(ArchRule rule, String finding) {
        var result = rule.evaluate(BROKEN);

        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains(finding);
    }

    static Stream<Object[]> brokenRules() {
        return Stream.of(
                new Object[] {ModuleRules.modules_use_only_what_they_may, "SomeSession"},
                new Object[] {LayerRules.the_core_knows_no_framework, "StandardEnvironment"},
                new Object[] {MannerRules.time_and_chance_are_handed_in, "readsTimeByReference"},
                new Object[] {MannerRules.closed_sets_are_sealed, "OpenEvent"},
                new Object[] {MannerRules.only_main_programs_print, "prints"},
                new Object[] {MannerRules.names_say_what_a_class_is_for, "SocketManager"});
    }

    @Test
    void findsNothingElse() {
        assertThat(MannerRules.closed_sets_are_sealed
                        .evaluate(BROKEN)
                        .getFailureReport()
                        .getDetails())
                .hasSize(1);
        assertThat(LayerRules.features_form_no_cycle.evaluate(BROKEN).hasViolation())
                .isFalse();
        assertThat(ModuleRules.the_model_and_the_sdks_know_no_framework
                        .evaluate(BROKEN)
                        .hasViolation())
                .isFalse();
    }

    @Test
    void letsTheWiringKnowRealTime() {
        assertThat(MannerRules.time_and_chance_are_handed_in.evaluate(WIRING).hasViolation())
                .isFalse();
    }
}
