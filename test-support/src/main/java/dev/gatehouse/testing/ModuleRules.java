package dev.gatehouse.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which module may use which, and where no framework is known. Nothing uses a service but the simulation, which is
/// made of tests: no other right side names one.
final class ModuleRules {

    private static final String ROOT = "dev.gatehouse.";

    /// The package root of each module, with the roots that it may use besides its own.
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("model", Set.of()),
            Map.entry("localredis", Set.of()),
            Map.entry("testing", Set.of("localredis")),
            Map.entry("determinism", Set.of("model")),
            Map.entry("provider", Set.of("model")),
            Map.entry("providerkit", Set.of("model", "provider")),
            Map.entry("agones", Set.of("model", "provider")),
            Map.entry("gamelift", Set.of("model", "provider")),
            Map.entry("webhook", Set.of("model", "provider")),
            Map.entry("registry", Set.of("model")),
            Map.entry("proxy", Set.of("model", "registry")),
            Map.entry("session", Set.of("model", "registry")),
            Map.entry("instance", Set.of("model", "registry", "provider")),
            Map.entry("client", Set.of("model")),
            Map.entry("gameserver", Set.of("model")),
            Map.entry("goldrush", Set.of("model", "client", "gameserver")),
            Map.entry("simulation", Set.of("model", "registry", "proxy", "session", "client", "testing")),
            Map.entry("launcher", Set.of("model", "localredis", "registry", "client", "gameserver", "goldrush")),
            Map.entry("benchmarks", Set.of("model", "localredis", "client", "goldrush")));

    private static final DescribedPredicate<JavaClass> EVERYWHERE = resideInAnyPackage(
                    ROOT + "model..",
                    ROOT + "client..",
                    ROOT + "gameserver..",
                    ROOT + "determinism..",
                    ROOT + "provider..",
                    ROOT + "providerkit..",
                    ROOT + "localredis..")
            .as("what runs in any program");

    private static final DescribedPredicate<JavaClass> FRAMEWORKS = resideInAnyPackage(
                    "org.springframework..",
                    "io.lettuce..",
                    "io.netty..",
                    "reactor..",
                    "io.micrometer..",
                    "jakarta..",
                    "tools.jackson.databind..")
            .as("a framework");

    @ArchTest
    static final ArchRule modules_use_only_what_they_may =
            classes().that().resideInAPackage(ROOT + "(*)..").should(useOnlyAllowedModules());

    @ArchTest
    static final ArchRule the_model_and_the_sdks_know_no_framework = noClasses()
            .that(EVERYWHERE)
            .should()
            .dependOnClassesThat(FRAMEWORKS)
            .allowEmptyShould(true);

    private static ArchCondition<JavaClass> useOnlyAllowedModules() {
        return new ArchCondition<>("use only the modules that they may") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                var from = moduleOf(user).orElseThrow();
                var allowed = MAY_USE.get(from);
                if (allowed == null) {
                    events.add(SimpleConditionEvent.violated(user, user.getName() + " is in no known module"));
                    return;
                }
                for (var dependency : user.getDirectDependenciesFromSelf()) {
                    var to = moduleOf(dependency.getTargetClass()).orElse(from);
                    if (!to.equals(from) && !allowed.contains(to)) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static Optional<String> moduleOf(JavaClass javaClass) {
        var name = javaClass.getPackageName() + ".";
        if (!name.startsWith(ROOT)) {
            return Optional.empty();
        }
        return Optional.of(name.substring(ROOT.length(), name.indexOf('.', ROOT.length())));
    }

    private ModuleRules() {}
}
