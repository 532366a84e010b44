package dev.gatehouse.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What can only be seen in the sources of a module. Reads `src/main` and `src/test`; writes nothing.
public final class TidyRules {

    private static final int MOST_LINES = 300;
    // Put together here, so that this file does not break its own rule.
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern BARE_SUBSCRIBE = Pattern.compile("\\.subscribe\\(\\s*\\)");
    private static final Pattern RECORD = Pattern.compile("\\brecord\\s+(\\w+)[^(]*\\(");
    private static final Pattern SECRET =
            Pattern.compile("\\bString\\s+(\\w*[tT]oken|\\w*[tT]icket|\\w*[sS]ecret|\\w*[pP]assword)\\b");

    private final Path module;
    private final List<String> findings = new ArrayList<>();

    private TidyRules(Path module) {
        this.module = module;
    }

    /// @param module the folder that holds `src`
    /// @throws AssertionError naming every file that breaks a rule
    public static void check(Path module) {
        var rules = new TidyRules(module);
        rules.readAll();
        if (!rules.findings.isEmpty()) {
            throw new AssertionError("untidy sources:\n  " + String.join("\n  ", rules.findings));
        }
    }

    private void readAll() {
        filesUnder(module.resolve("src/main")).forEach(file -> read(file, false));
        filesUnder(module.resolve("src/test")).forEach(file -> read(file, true));
    }

    private void read(Path file, boolean test) {
        var text = contentOf(file);
        expect(!UNFINISHED.matcher(text).find(), file, "holds a note of unfinished work (expected: an issue)");
        if (!file.toString().endsWith(".java")) {
            return;
        }
        var source = JavaSource.of(text);
        var code = source.code();
        expect(source.lines() <= MOST_LINES, file, source.lines() + " lines of code (expected: <= 300)");
        expect(isMarked(file.resolveSibling("package-info.java"), test), file, "its package is not @NullMarked");
        if (test) {
            expect(!code.contains("Thread.sleep("), file, "sleeps (expected: waits for an event with a deadline)");
        } else {
            expect(maySubscribe(file) || !BARE_SUBSCRIBE.matcher(code).find(), file, "subscribes and forgets");
        }
        checkSecrets(file, code);
    }

    private void checkSecrets(Path file, String code) {
        var records = RECORD.matcher(code);
        while (records.find()) {
            var headerEnd = closing(code, records.end() - 1, '(', ')');
            var bodyStart = code.indexOf('{', headerEnd);
            if (bodyStart < 0
                    || !SECRET.matcher(code.substring(records.end(), headerEnd)).find()) {
                continue;
            }
            var body = code.substring(bodyStart, closing(code, bodyStart, '{', '}'));
            expect(
                    body.contains("String toString()"),
                    file,
                    "the record " + records.group(1) + " would show its secret (expected: its own toString)");
        }
    }

    private static int closing(String code, int from, char open, char close) {
        var depth = 0;
        for (var i = from; i < code.length(); i++) {
            depth += code.charAt(i) == open ? 1 : 0;
            depth -= code.charAt(i) == close ? 1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return code.length();
    }

    private static boolean maySubscribe(Path file) {
        var name = file.toString().replace('\\', '/');
        return name.contains("/wiring/") || name.contains("/web/");
    }

    /// Tests may unmark a package that holds nothing but generated code.
    private static boolean isMarked(Path packageInfo, boolean test) {
        if (!Files.exists(packageInfo)) {
            return false;
        }
        var text = contentOf(packageInfo);
        return text.contains("@NullMarked") || (test && text.contains("@NullUnmarked"));
    }

    private void expect(boolean holds, Path file, String otherwise) {
        if (!holds) {
            findings.add(module.relativize(file) + ": " + otherwise);
        }
    }

    private static List<Path> filesUnder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(TidyRules::isText).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isText(Path file) {
        return Pattern.matches(".*\\.(java|lua|ya?ml|properties|proto)", file.toString()) && Files.isRegularFile(file);
    }

    private static String contentOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
