package dev.gatehouse.goldrush.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuidesTest {

    private static final Path GUIDES = Path.of("../../docs/guides");
    private static final Pattern SAMPLE = Pattern.compile("^```java\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern TYPE =
            Pattern.compile("^(?:public )?[a-z ]*(?:class|record) (\\w+)", Pattern.MULTILINE);

    @TempDir
    private Path classes;

    /// Those of a page are of one project.
    @ParameterizedTest
    @ValueSource(strings = {"server-code.md", "your-own-game.md"})
    void showsWholeFilesThatCompile(String page) {
        var files = samples(page).stream()
                .filter(sample -> sample.startsWith("package "))
                .toList();

        assertThat(files).isNotEmpty();
        assertThat(mistakes(files)).isEmpty();
    }

    @Test
    void hasWholeFilesOnNoOtherPage() throws IOException {
        assertThat(pages())
                .filteredOn(page -> samples(page).stream().anyMatch(sample -> sample.startsWith("package ")))
                .containsExactly("server-code.md", "your-own-game.md");
    }

    /// Whatever else is left out around a part of a file.
    @Test
    void importsWhatThereIs() throws IOException {
        var imports = samples().stream()
                .map(sample -> sample.lines()
                        .filter(line -> line.startsWith("import "))
                        .collect(Collectors.joining("\n")))
                .filter(lines -> !lines.isEmpty())
                .toList();

        assertThat(imports)
                .hasSizeGreaterThan(5)
                .allSatisfy(lines -> assertThat(mistakes(List.of(lines))).isEmpty());
    }

    /// A page about server code is read from wherever one has come to.
    @Test
    void importsInEachSampleOfServerCode() throws IOException {
        assertThat(samples("server-code.md"))
                .hasSizeGreaterThan(10)
                .allSatisfy(sample -> assertThat(sample).containsPattern("(?m)^import "));
    }

    @Test
    void findsWhatDoesNotCompile() {
        assertThat(mistakes(List.of("import dev.gatehouse.model.servercode.Nobody;")))
                .contains("cannot find symbol");
        assertThat(mistakes(List.of("package p;\n\npublic class Broken extends Nobody {}")))
                .contains("Broken.java:3: error");
    }

    /// @return what the compiler says
    private String mistakes(List<String> sources) {
        var said = new StringWriter();
        ToolProvider.getSystemJavaCompiler()
                .getTask(
                        said,
                        null,
                        null,
                        List.of("-d", classes.toString(), "-proc:none", "-parameters", "-Xlint:none"),
                        null,
                        sources.stream().map(GuidesTest::file).toList())
                .call();
        return said.toString();
    }

    private static JavaFileObject file(String source) {
        var named = TYPE.matcher(source);
        var name = named.find() ? named.group(1) : "Imports";
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }

    private static List<String> samples() throws IOException {
        return pages().stream().flatMap(page -> samples(page).stream()).toList();
    }

    private static List<String> pages() throws IOException {
        try (var pages = Files.list(GUIDES)) {
            return pages.map(page -> page.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> samples(String page) {
        try {
            return SAMPLE.matcher(Files.readString(GUIDES.resolve(page)))
                    .results()
                    .map(sample -> sample.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
