package dev.gatehouse.model.error;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.docs.DocsFolder;
import dev.gatehouse.model.protocol.ServerMessage.Terminate;
import dev.gatehouse.model.schema.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionErrorTest {

    /// What a client may notice by itself, and a server says too.
    private static final Set<ConnectionError> SENT_AS_WELL =
            EnumSet.of(ConnectionError.PROTOCOL_ERROR_SESSION_START_FAILED, ConnectionError.COMMIT_ID_MISMATCH);

    private static final Pattern PROVOKED = Pattern.compile("(?m)^\\| (\\d{4}) \\| ([^|]+) \\| (?:`(\\w+)` )?\\|$");

    private record Provoked(String provokedBy, String shownBy) {}

    private static final String SOURCE = "/reference/connection-error-codes.csv";

    @Test
    void givesEveryErrorItsOwnCode() {
        assertThat(Arrays.stream(ConnectionError.values()).map(ConnectionError::code))
                .doesNotHaveDuplicates();
    }

    @Test
    void hasEveryRowOfTheSourceTableAndNoOther() {
        var rows = Arrays.stream(ConnectionError.values())
                .map(error -> String.join(
                        ",",
                        Integer.toString(error.code()),
                        error.wireName(),
                        error.reason().wireName(),
                        error.type().wireName(),
                        error.family().wireName(),
                        error.advice().wireName(),
                        error.detectedBy().wireName()));

        assertThat(rows).containsExactlyElementsOf(sourceRows());
    }

    @ParameterizedTest
    @EnumSource
    void closesBelow4500ExactlyWhereTheClientReconnects(ConnectionError error) {
        boolean reconnects = error.advice() == Advice.RECONNECT || error.advice() == Advice.RECONNECT_LATER;

        assertThat(error.closeCode()).isBetween(reconnects ? 4000 : 4500, reconnects ? 4499 : 4999);
        assertThat(Advice.ofCloseCode(error.closeCode())).isEqualTo(error.advice());
    }

    @ParameterizedTest
    @EnumSource
    void fitsItsCloseReasonIntoACloseFrame(ConnectionError error) {
        assertThat(error.closeReason().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(123);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsCode(ConnectionError error) {
        assertThat(ConnectionError.of(error.code())).hasValue(error);
    }

    @Test
    void findsNothingForACodeItDoesNotKnow() {
        assertThat(ConnectionError.of(1)).isEmpty();
    }

    @Test
    void describesEveryErrorInASentenceOfItsOwn() {
        assertThat(Arrays.stream(ConnectionError.values()).map(ConnectionError::description))
                .doesNotHaveDuplicates()
                .allMatch(text -> text.matches("[A-Z].{10,80}\\."));
    }

    @Test
    void terminatesWithEverythingAClientNeeds() {
        assertThat(ConnectionError.FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION.terminate())
                .isEqualTo(new Terminate(
                        1500,
                        "force_terminated_received_another_connection",
                        "ConnectionLost",
                        "transient",
                        "inform",
                        null,
                        "The player connected again; the newer session stays.",
                        new JsonText("{}")));
    }

    @Test
    void saysWhenToComeBack() {
        var details = new JsonText("{\"window\":7}");

        assertThat(ConnectionError.IN_MAINTENANCE.terminate(Duration.ofSeconds(90), "Back soon.", details))
                .isEqualTo(new Terminate(
                        2300,
                        "in_maintenance",
                        "ServerMaintenance",
                        "terminal",
                        "inform",
                        90_000L,
                        "Back soon.",
                        details));
    }

    @Test
    void isListedInTheDocs() {
        var table = Arrays.stream(ConnectionError.values())
                .map(ConnectionErrorTest::row)
                .collect(joining("\n", "|---|---|---|---|---|---|---|---|---|\n", "\n"));

        assertThat(DocsFolder.page("errors.md")).endsWith(table);
    }

    /// A code that the server may send is provoked by a test that names it, or the page says why it cannot occur.
    @Test
    void saysWhatProvokesEveryCodeOfTheServers() {
        var provoked = provokedInTheDocs();

        var codes = Arrays.stream(ConnectionError.values())
                .filter(error -> error.detectedBy() != DetectedBy.CLIENT || SENT_AS_WELL.contains(error))
                .map(ConnectionError::code);
        assertThat(provoked.keySet()).containsExactlyElementsOf(codes.sorted().toList());
        assertThat(provoked).allSatisfy((code, row) -> {
            assertThat(row.provokedBy()).isNotBlank();
            if (row.shownBy().isEmpty()) {
                assertThat(row.provokedBy()).startsWith("cannot occur");
            } else {
                assertThat(row.provokedBy()).doesNotStartWith("cannot occur");
                var name = ConnectionError.of(code).orElseThrow().name();
                assertThat(DocsFolder.tests(row.shownBy()))
                        .as(row.shownBy() + " names " + name)
                        .anyMatch(source -> source.contains(name) || source.contains(code + " "));
            }
        });
    }

    @Test
    void listsItsCloseCodesInTheDocs() {
        var table = Arrays.stream(Advice.values())
                .map(advice -> "| %d | `%s` |".formatted(advice.closeCode(), advice.wireName()))
                .toList();

        assertThat(DocsFolder.page("errors.md")).contains(table);
    }

    private static String row(ConnectionError error) {
        return "| %d | `%s` | %d | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        error.code(),
                        error.wireName(),
                        error.closeCode(),
                        error.advice().wireName(),
                        error.reason().wireName(),
                        error.type().wireName(),
                        error.family().wireName(),
                        error.detectedBy().wireName(),
                        error.description());
    }

    private static Map<Integer, Provoked> provokedInTheDocs() {
        var page = DocsFolder.page("errors.md");
        var section = page.substring(page.indexOf("## What provokes them"), page.indexOf("## Errors"));
        var provoked = new TreeMap<Integer, Provoked>();
        PROVOKED.matcher(section).results().forEach(row -> {
            var shownBy = Objects.requireNonNullElse(row.group(3), "");
            var earlier = provoked.put(Integer.parseInt(row.group(1)), new Provoked(row.group(2), shownBy));
            assertThat(earlier).as(row.group()).isNull();
        });
        return provoked;
    }

    private static List<String> sourceRows() {
        try (var source = Objects.requireNonNull(ConnectionErrorTest.class.getResourceAsStream(SOURCE))) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
