package dev.gatehouse.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import java.nio.file.Path;

/// What every module promises. Each module's ArchitectureTest runs all of it:
///
/// ```java
/// @AnalyzeClasses(packages = "dev.gatehouse.proxy", importOptions = DoNotIncludeTests.class)
/// class ArchitectureTest {
///
///     @ArchTest
///     static final ArchTests house_rules = ArchTests.in(HouseRules.class);
/// }
/// ```
public final class HouseRules {

    @ArchTest
    static final ArchTests modules = ArchTests.in(ModuleRules.class);

    @ArchTest
    static final ArchTests layers = ArchTests.in(LayerRules.class);

    @ArchTest
    static final ArchTests manners = ArchTests.in(MannerRules.class);

    /// Maven runs a module's tests in the module's own folder.
    @ArchTest
    static void sources_are_tidy(JavaClasses classes) {
        TidyRules.check(Path.of(""));
    }

    private HouseRules() {}
}
