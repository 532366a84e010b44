package dev.gatehouse.simulation;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.gatehouse.testing.HouseRules;

/// What is simulated with keeps the rules of what is delivered; only the tests themselves know real time.
@AnalyzeClasses(packages = "dev.gatehouse.simulation", importOptions = ArchitectureTest.WithoutTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests house_rules = ArchTests.in(HouseRules.class);

    static final class WithoutTests implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("Test.class") && !location.contains("Test$");
        }
    }
}
