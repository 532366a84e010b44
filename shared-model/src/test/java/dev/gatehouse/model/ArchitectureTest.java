package dev.gatehouse.model;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.gatehouse.testing.HouseRules;

@AnalyzeClasses(packages = "dev.gatehouse.model", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests house_rules = ArchTests.in(HouseRules.class);

    /// The codecs have one direction, as the features above them have.
    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching("dev.gatehouse.model.(**)").should().beFreeOfCycles();
}
