package dev.gatehouse.launcher.demo;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `/actuator/prometheus` of one service shows.
///
/// @param text in Prometheus' text format
record Metrics(String text) {

    private static final Pattern SAMPLE = Pattern.compile("(?m)^(\\w+)(\\{[^}]*})? ([-+.eE\\d]+)$");

    /// The sum of this metric over all labels that hold each of `labels`, such as `result="started"`; 0 where there is
    /// none.
    double sum(String metric, String... labels) {
        double sum = 0;
        Matcher samples = SAMPLE.matcher(text);
        while (samples.find()) {
            String found = samples.group(2) == null ? "" : samples.group(2);
            if (samples.group(1).equals(metric) && List.of(labels).stream().allMatch(found::contains)) {
                sum += Double.parseDouble(samples.group(3));
            }
        }
        return sum;
    }
}
