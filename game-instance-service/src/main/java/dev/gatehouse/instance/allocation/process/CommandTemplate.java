package dev.gatehouse.instance.allocation.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A command line with places to fill: words between spaces, `"` or `'` around a word that holds spaces,
/// `{name}` for a value. No shell reads it.
record CommandTemplate(List<String> words) {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|([^\\s\"']+)");

    /// @throws IllegalArgumentException for a line without a word, or with a quote that is left open
    static CommandTemplate parse(String line) {
        var words = new ArrayList<String>();
        var matcher = WORD.matcher(line);
        int end = 0;
        while (matcher.find()) {
            requireBlank(line.substring(end, matcher.start()));
            words.add(
                    matcher.group(1) != null
                            ? matcher.group(1)
                            : matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
            end = matcher.end();
        }
        requireBlank(line.substring(end));
        if (words.isEmpty()) {
            throw new IllegalArgumentException("command: '' (expected: a program and its arguments)");
        }
        return new CommandTemplate(List.copyOf(words));
    }

    List<String> fill(Map<String, String> values) {
        return words.stream()
                .map(word -> {
                    String filled = word;
                    for (var value : values.entrySet()) {
                        filled = filled.replace("{" + value.getKey() + "}", value.getValue());
                    }
                    return filled;
                })
                .toList();
    }

    private static void requireBlank(String between) {
        if (!between.isBlank()) {
            throw new IllegalArgumentException("command: a quote is left open (expected: quotes in pairs)");
        }
    }
}
