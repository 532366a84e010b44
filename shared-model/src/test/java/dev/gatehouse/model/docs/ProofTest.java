package dev.gatehouse.model.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProofTest {

    private static final Pattern SHOWN_BY = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT))(?:\\.([a-zA-Z]+))?`");
    private static final Pattern ROW = Pattern.compile("^\\| ([^|]+) \\|", Pattern.MULTILINE);
    private static final Pattern NAMED = Pattern.compile("@DisplayName\\(\"(F[0-9]{2}|[1-3]\\.4 \\([0-9]+\\))[: ]");

    private static final String PAGE = DocsFolder.page("proof.md");

    @Test
    void namesTestsThatExist() {
        var named = SHOWN_BY.matcher(PAGE).results().toList();

        assertThat(named).hasSizeGreaterThan(50).allSatisfy(test -> {
            var sources = DocsFolder.tests(test.group(1));
            assertThat(sources).as(test.group()).isNotEmpty();
            if (test.group(2) != null) {
                assertThat(sources).as(test.group()).anyMatch(source -> source.contains("void " + test.group(2) + "("));
            }
        });
    }

    @Test
    void listsWhatTestsCarryInTheirNames() {
        var listed = new TreeSet<String>();
        ROW.matcher(PAGE).results().forEach(row -> listed.add(row.group(1)));
        var carried = new TreeSet<String>();
        for (var source : DocsFolder.tests()) {
            NAMED.matcher(source).results().forEach(name -> carried.add(name.group(1)));
        }

        assertThat(carried).hasSizeGreaterThan(25);
        assertThat(listed).containsAll(carried);
    }
}
