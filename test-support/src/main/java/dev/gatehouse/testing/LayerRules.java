package dev.gatehouse.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Inside a module: the core decides and knows no technology; packages named for a technology stand around it; `wiring`
/// knows everything and nobody knows it.
final class LayerRules {

    private static final DescribedPredicate<JavaClass> WIRING = resideInAnyPackage("..wiring..");
    private static final DescribedPredicate<JavaClass> SHELL = resideInAnyPackage(
                    "..web..",
                    "..websocket..",
                    "..http..",
                    "..redis..",
                    "..jose..",
                    "..aws..",
                    "..kubernetes..",
                    "..process..",
                    "..metrics..",
                    "..wiring..")
            .as("the shell");

    /// Settings are bound by Spring and read by the core; a main class starts the framework.
    private static final DescribedPredicate<JavaClass> DOORS =
            simpleNameEndingWith("Properties").or(MannerRules.MAIN);

    private static final DescribedPredicate<JavaClass> CORE = resideInAnyPackage(
                    "dev.gatehouse.proxy..",
                    "dev.gatehouse.session..",
                    "dev.gatehouse.instance..",
                    "dev.gatehouse.registry..",
                    "dev.gatehouse.agones..",
                    "dev.gatehouse.gamelift..",
                    "dev.gatehouse.webhook..",
                    "dev.gatehouse.goldrush..")
            .and(not(SHELL))
            .and(not(DOORS))
            .as("the core");

    private static final DescribedPredicate<JavaClass> FRAMEWORKS = resideInAnyPackage(
                    "org.springframework..",
                    "io.lettuce..",
                    "io.netty..",
                    "io.micrometer..",
                    "jakarta..",
                    "com.nimbusds..",
                    "io.fabric8..",
                    "software.amazon..",
                    "org.apache..",
                    "reactor.netty..",
                    "tools.jackson..")
            .as("a framework");

    @ArchTest
    static final ArchRule the_core_knows_no_framework =
            noClasses().that(CORE).should().dependOnClassesThat(FRAMEWORKS).allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_core_knows_no_shell =
            noClasses().that(CORE).should().dependOnClassesThat(SHELL).allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobody_knows_the_wiring = noClasses()
            .that(not(WIRING).and(not(MannerRules.MAIN)))
            .should()
            .dependOnClassesThat(WIRING.and(resideInAnyPackage("dev.gatehouse..")))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule features_form_no_cycle = slices().matching("dev.gatehouse.(*).(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    private LayerRules() {}
}
