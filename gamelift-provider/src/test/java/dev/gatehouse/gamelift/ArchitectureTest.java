package dev.gatehouse.gamelift;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.gatehouse.testing.HouseRules;

@AnalyzeClasses(packages = "dev.gatehouse.gamelift", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests house_rules = ArchTests.in(HouseRules.class);
}
