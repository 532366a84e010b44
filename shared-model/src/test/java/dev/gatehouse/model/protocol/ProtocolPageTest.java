package dev.gatehouse.model.protocol;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.docs.DocsFolder;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Compares the tables of docs/protocol with the messages, but for what they say in words.
class ProtocolPageTest {

    private static final String PAGE = DocsFolder.page("protocol/README.md");

    @Test
    void listsWhatAClientSays() {
        var expected = Messages.of(ClientMessage.class).stream()
                .map(type -> row(type, ClientMessage.Numbered.class.isAssignableFrom(type)))
                .toList();

        assertThat(rowsUnder("## What a client says")).isEqualTo(expected);
    }

    @Test
    void listsWhatAClientHears() {
        var expected = Messages.of(ServerMessage.class).stream()
                .map(type -> row(type, ServerMessage.Numbered.class.isAssignableFrom(type)))
                .toList();

        assertThat(rowsUnder("## What a client hears")).isEqualTo(expected);
    }

    @Test
    void namesEverySubprotocol() {
        assertThat(PAGE)
                .contains(Arrays.stream(Encoding.values())
                        .map(encoding -> "| `" + encoding.subprotocol() + "`")
                        .toList());
    }

    private static String row(Class<?> type, boolean numbered) {
        var members = Arrays.stream(type.getRecordComponents())
                .map(ProtocolPageTest::member)
                .collect(joining(" "));
        return "| `%s` | %s | %s"
                .formatted(Messages.nameOf(type), numbered ? "yes" : "no", members)
                .strip();
    }

    private static String member(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return "`" + component.getName() + "`" + (nullable ? "?" : "");
    }

    /// The rows of the first table under a heading, each up to its third column.
    private static List<String> rowsUnder(String heading) {
        return PAGE.substring(PAGE.indexOf(heading))
                .lines()
                .dropWhile(line -> !line.startsWith("| `"))
                .takeWhile(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1))
                .map(columns ->
                        ("| " + columns[1].strip() + " | " + columns[2].strip() + " | " + columns[3].strip()).strip())
                .toList();
    }
}
