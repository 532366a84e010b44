package dev.gatehouse.registry.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the package comment promises of every script, whichever feature it belongs to.
class ScriptFilesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern KEY_IN_HEAD =
            Pattern.compile("(?m)^-- (KEYS\\[\\d+\\])  (string|hash|list|zset|set|stream)  \\S");
    private static final Pattern ARGUMENT_IN_HEAD =
            Pattern.compile("(?m)^-- (ARGV\\[\\d+(?:\\.\\.)?\\])  (string|integer|bytes)  \\S");
    private static final Pattern MANY = Pattern.compile("i = (\\d+), #ARGV");
    private static final Pattern USE = Pattern.compile("(KEYS|ARGV)\\[\\d+\\]");
    private static final Set<String> BEYOND_REDIS_6_2 = Set.of(
            "FCALL", "FUNCTION", "SPUBLISH", "EXPIRETIME", "PEXPIRETIME", "LMPOP", "ZMPOP", "SINTERCARD", "HEXPIRE");
    private static final Set<String> NOT_IN_A_SCRIPT =
            Set.of("KEYS", "SCAN", "FLUSHALL", "FLUSHDB", "RANDOMKEY", "SELECT");

    static Stream<Path> scripts() throws IOException {
        try (var files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(".lua")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void saysWhatItDoesAndReturns(Path script) throws IOException {
        assertThat(Files.readString(script)).matches("(?s)^-- [A-Z].*\n-- returns  .*");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void namesEachKeyAndArgumentThatItUses(Path script) throws IOException {
        var text = Files.readString(script);
        var named = found(KEY_IN_HEAD, text, 1);
        named.addAll(found(ARGUMENT_IN_HEAD, text, 1));

        // `ARGV[5..]` and `ipairs(KEYS)` stand for many.
        var code = text.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
        var used = found(USE, code, 0);
        MANY.matcher(code)
                .results()
                .map(many -> "ARGV[" + many.group(1) + "..]")
                .forEach(used::add);
        assertThat(used).isEqualTo(named);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void usesOnlyWhatEverySupportedRedisHas(Path script) throws IOException {
        var commands = found(Pattern.compile("redis\\.call\\('(\\w+)'"), Files.readString(script), 1);

        assertThat(commands).doesNotContainAnyElementsOf(BEYOND_REDIS_6_2).doesNotContainAnyElementsOf(NOT_IN_A_SCRIPT);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void makesNoKeyOfItsOwn(Path script) throws IOException {
        assertThat(Files.readString(script)).doesNotContain("gh:", "'{'");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void hasOneClassAndOneTest(Path script) {
        var feature = RESOURCES.relativize(script).getParent();
        var name = Stream.of(script.getFileName().toString().replace(".lua", "").split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());

        assertThat(Path.of("src/main/java").resolve(feature).resolve(name + ".java"))
                .exists();
        assertThat(Path.of("src/test/java").resolve(feature).resolve(name + "IT.java"))
                .exists();
    }

    private static Set<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(group))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
