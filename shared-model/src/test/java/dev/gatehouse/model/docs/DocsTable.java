package dev.gatehouse.model.docs;

import java.util.Arrays;
import java.util.List;

/// A table of a page: its rows, each cut into its cells.
public final class DocsTable {

    /// The rows of the first table under a heading that begin with code.
    public static List<List<String>> under(String heading, String page) {
        var from = page.indexOf(heading);
        if (from < 0) {
            throw new IllegalArgumentException("the page has no " + heading);
        }
        return page.substring(from)
                .lines()
                .dropWhile(line -> !line.startsWith("| `"))
                .takeWhile(line -> line.startsWith("| `"))
                .map(DocsTable::cells)
                .toList();
    }

    private static List<String> cells(String row) {
        var parts = row.split("\\|", -1);
        return Arrays.stream(parts, 1, parts.length - 1).map(String::strip).toList();
    }

    private DocsTable() {}
}
