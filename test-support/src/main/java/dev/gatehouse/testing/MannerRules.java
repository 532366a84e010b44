package dev.gatehouse.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.File;
import java.nio.file.Files;
import java.time.Clock;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/// How classes behave and what they are called.
final class MannerRules {

    /// Main classes and what is declared inside them: they start things, so they may know real time, chance and output.
    static final DescribedPredicate<JavaClass> MAIN =
            nameMatching(".*(Main|Application)(\\$.*)?").<JavaClass>forSubtype().as("a main class");

    private static final DescribedPredicate<JavaClass> REAL_WORLD =
            resideInAnyPackage("..wiring..").or(MAIN).as("wiring or a main class");

    /// Owner and method of everything that makes a result depend on when or how often it is asked.
    private static final Set<String> TIME_AND_CHANCE = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system",
            "java.time.InstantSource.system",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.Random.<init>",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.security.SecureRandom.<init>",
            "java.util.random.RandomGenerator.getDefault",
            "java.util.random.RandomGenerator.of");

    private static final DescribedPredicate<JavaClass> REPLAYED = assignableTo("dev.gatehouse.model.player.Action")
            .or(assignableTo("dev.gatehouse.model.player.PlayerModel"))
            .as("actions and models");

    private static final DescribedPredicate<JavaClass> VARIES = belongToAnyOf(
                    HashMap.class, HashSet.class, Random.class, Clock.class, InstantSource.class, Thread.class)
            .or(belongToAnyOf(File.class, Files.class))
            .as("classes whose result varies");

    @ArchTest
    static final ArchRule time_and_chance_are_handed_in = noClasses()
            .that(not(REAL_WORLD))
            .should()
            .accessTargetWhere(isTimeOrChance())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule actions_give_the_same_result_everywhere =
            noClasses().that(REPLAYED).should().dependOnClassesThat(VARIES).allowEmptyShould(true);

    @ArchTest
    static final ArchRule closed_sets_are_sealed = classes()
            .that(INTERFACES.and(
                    nameMatching(".*(Message|Event|Effect|Trigger)").forSubtype()))
            .should(beSealed())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_main_programs_print = noClasses()
            .that(not(MAIN).and(not(resideInAnyPackage("dev.gatehouse.launcher.."))))
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule names_say_what_a_class_is_for = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Constants|Common|Data|Info)(\\$.*)?")
            .allowEmptyShould(true);

    private static DescribedPredicate<JavaAccess<?>> isTimeOrChance() {
        return DescribedPredicate.describe("time or chance", access -> {
            var target = access.getTarget();
            return TIME_AND_CHANCE.contains(target.getOwner().getName() + "." + target.getName());
        });
    }

    private static ArchCondition<JavaClass> beSealed() {
        return new ArchCondition<>("be sealed") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.reflect().isSealed()) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is open to any implementation"));
                }
            }
        };
    }

    private MannerRules() {}
}
