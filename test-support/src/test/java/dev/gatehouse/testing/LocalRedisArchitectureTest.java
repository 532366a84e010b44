package dev.gatehouse.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import java.nio.file.Path;

/// local-redis cannot test itself with the rules: they are built on it.
@AnalyzeClasses(packages = "dev.gatehouse.localredis", importOptions = DoNotIncludeTests.class)
class LocalRedisArchitectureTest {

    @ArchTest
    static final ArchTests house_rules = ArchTests.in(HouseRules.class);

    @ArchTest
    static void its_sources_are_tidy(JavaClasses classes) {
        TidyRules.check(Path.of("../local-redis"));
    }
}
