package dev.gatehouse.session;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.gatehouse.testing.HouseRules;

@AnalyzeClasses(packages = "dev.gatehouse.session", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests house_rules = ArchTests.in(HouseRules.class);

    /// The parts of a feature have one direction, as features have.
    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching("dev.gatehouse.session.(**)").should().beFreeOfCycles();
}
