package dev.gatehouse.instance.allocation;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which providers are asked, in which order, and what each may cost.
///
/// @param routes by the name that instances give in place of a provider's
/// @param answer how long one call to a provider may take
/// @param atOnce so many calls to one provider are under way at most; whoever comes then asks the next
///     one of its route, and waits where there is none
/// @param slow an answer that takes longer counts as a failure
/// @param failures of so many in a hundred a provider is not asked for a while
/// @param judgedBy of its last so many answers
/// @param rest for so long it is not asked
/// @param limits what is otherwise for a provider, by its name
@ConfigurationProperties("gatehouse.instances.providers")
public record ProviderProperties(
        @DefaultValue Map<String, RouteProperties> routes,
        @DefaultValue("20s") Duration answer,
        @DefaultValue("200") int atOnce,
        @DefaultValue("10s") Duration slow,
        @DefaultValue("50") int failures,
        @DefaultValue("20") int judgedBy,
        @DefaultValue("30s") Duration rest,
        @DefaultValue Map<String, LimitProperties> limits) {

    /// Other limits than all providers have: those that are given.
    public record LimitProperties(
            @Nullable Duration answer,
            @Nullable Integer atOnce,
            @Nullable Duration slow,
            @Nullable Integer failures,
            @Nullable Integer judgedBy,
            @Nullable Duration rest) {

        CallLimits over(CallLimits usual) {
            return new CallLimits(
                    Objects.requireNonNullElse(answer, usual.answer()),
                    Objects.requireNonNullElse(atOnce, usual.atOnce()),
                    Objects.requireNonNullElse(slow, usual.slow()),
                    Objects.requireNonNullElse(failures, usual.failures()),
                    Objects.requireNonNullElse(judgedBy, usual.judgedBy()),
                    Objects.requireNonNullElse(rest, usual.rest()));
        }
    }

    /// @param providers asked one after the other
    /// @param zones other ones, in their order, for instances of a zone
    public record RouteProperties(
            @DefaultValue List<String> providers,
            @DefaultValue Map<String, List<String>> zones) {

        public RouteProperties {
            check("providers", providers);
            zones.forEach((zone, others) -> check("zones." + zone, others));
        }

        private static void check(String what, List<String> providers) {
            if (providers.isEmpty()) {
                throw new IllegalArgumentException(what + ": none (expected: at least one)");
            }
        }
    }

    public ProviderProperties {
        var usual = new CallLimits(answer, atOnce, slow, failures, judgedBy, rest);
        limits.forEach((provider, other) -> {
            try {
                var _ = other.over(usual);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("limits." + provider + "." + e.getMessage(), e);
            }
        });
    }

    /// What this provider may cost.
    CallLimits limitsOf(String provider) {
        var usual = new CallLimits(answer, atOnce, slow, failures, judgedBy, rest);
        return limits.entrySet().stream()
                .filter(other -> isNamed(other.getKey(), provider))
                .findFirst()
                .map(other -> other.getValue().over(usual))
                .orElse(usual);
    }

    /// Whether a setting of this name is meant for the provider: one that comes from the environment has
    /// lost its dashes and capitals.
    static boolean isNamed(String setting, String provider) {
        return plain(setting).equals(plain(provider));
    }

    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
