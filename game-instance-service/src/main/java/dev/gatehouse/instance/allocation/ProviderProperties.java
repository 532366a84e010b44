package dev.gatehouse.instance.allocation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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
@ConfigurationProperties("gatehouse.instances.providers")
public record ProviderProperties(
        @DefaultValue Map<String, RouteProperties> routes,
        @DefaultValue("20s") Duration answer,
        @DefaultValue("200") int atOnce,
        @DefaultValue("10s") Duration slow,
        @DefaultValue("50") int failures,
        @DefaultValue("20") int judgedBy,
        @DefaultValue("30s") Duration rest) {

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
        var _ = new CallLimits(answer, atOnce, slow, failures, judgedBy, rest);
    }

    public CallLimits limits() {
        return new CallLimits(answer, atOnce, slow, failures, judgedBy, rest);
    }
}
